import { useState } from 'react';
import type { ChildIncidents } from '#lib/incident/queries/child-incidents.ts';

/** INC-7 · The offer to resolve the open children: not ticked each time it appears, nor when more children are open since. */
export function useResolveChildren(childIncidents: ChildIncidents | null, resolves: boolean) {
  // The number of open children when the box was ticked.
  const [chosen, setChosen] = useState(0);
  const open = resolves && childIncidents ? childIncidents.open : 0;
  if (open === 0 && chosen > 0) setChosen(0);
  const checked = open > 0 && chosen >= open;
  return {
    input: checked ? { resolveChildren: open } : {},
    offer:
      childIncidents && open > 0
        ? { childIncidents, checked, onChange: (ticked: boolean) => setChosen(ticked ? open : 0) }
        : null,
  };
}

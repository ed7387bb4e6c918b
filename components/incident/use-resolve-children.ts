import { useState } from 'react';
import type { ChildIncidents } from '#lib/incident/queries/child-incidents.ts';
import { onlyShown } from '#lib/reactions/incident/rules/resolve-children.ts';

const none: string[] = [];

/** INC-7 · The offer to resolve the open children: not ticked each time it appears, nor when another child is open since. */
export function useResolveChildren(childIncidents: ChildIncidents | null, resolves: boolean) {
  // The open children when the box was ticked.
  const [chosen, setChosen] = useState(none);
  const open = resolves && childIncidents ? childIncidents.open : none;
  if (open.length === 0 && chosen.length > 0) setChosen(none);
  const checked = open.length > 0 && onlyShown(chosen, open).ok;
  return {
    input: checked ? { resolveChildren: open } : {},
    offer:
      childIncidents && open.length > 0
        ? { childIncidents, checked, onChange: (ticked: boolean) => setChosen(ticked ? open : none) }
        : null,
  };
}

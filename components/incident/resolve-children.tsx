import { Checkbox } from '#components/ui/checkbox.tsx';
import type { ChildIncidents } from '#lib/incident/queries/child-incidents.ts';
import { listed } from '#lib/platform/listed.ts';
import { resolveChildrenLabel } from '#lib/reactions/incident/rules/resolve-children.ts';

interface ResolveChildrenProps {
  childIncidents: ChildIncidents;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** The hint names this many of them. */
const NAMED = 5;

/** INC-7 · Whether the open children are resolved with their parent. */
export function ResolveChildren({ childIncidents: { open }, checked, onChange }: ResolveChildrenProps) {
  return (
    <div className="col-span-full">
      <Checkbox
        label={resolveChildrenLabel(open.length)}
        hint={listed(open.slice(0, NAMED), open.length)}
        checked={checked}
        onChange={({ target }) => onChange(target.checked)}
      />
    </div>
  );
}

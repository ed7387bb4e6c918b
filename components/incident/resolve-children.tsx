import { Checkbox } from '#components/ui/checkbox.tsx';
import type { ChildIncidents } from '#lib/incident/queries/child-incidents.ts';
import { listed } from '#lib/platform/listed.ts';
import { resolveChildrenLabel } from '#lib/reactions/incident/rules/resolve-children.ts';

interface ResolveChildrenProps {
  childIncidents: ChildIncidents;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** INC-7 · Whether the open children are resolved with their parent. */
export function ResolveChildren({ childIncidents: { open, first }, checked, onChange }: ResolveChildrenProps) {
  return (
    <div className="col-span-full">
      <Checkbox
        label={resolveChildrenLabel(open)}
        hint={listed(first, open)}
        checked={checked}
        onChange={({ target }) => onChange(target.checked)}
      />
    </div>
  );
}

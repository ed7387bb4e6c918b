import { FilterForm } from '#components/ui/filter-form.tsx';
import { SelectField, TextField } from '#components/ui/text-field.tsx';
import type { AuditFilter } from '#lib/audit-log/filter.ts';
import { auditFormatters } from '#lib/audit-log/formatters.ts';

const actions = Object.entries(auditFormatters).map(([value, { label }]) => ({ value, label }));

/** ADM-12 · filters the entries of the log; the address holds the filter. */
export function AuditFilterForm({ filter: { action, person, subject } }: { filter: AuditFilter }) {
  return (
    <FilterForm path="/admin/audit" filter={{ action, person, subject }} className="lg:grid-cols-[1fr_1fr_1fr_auto]">
      <SelectField label="What" name="action" defaultValue={action} placeholder="Everything" options={actions} />
      <TextField label="Who" name="person" defaultValue={person} placeholder="Name or email address" />
      <TextField label="Subject" name="subject" defaultValue={subject} placeholder="Part of its name" />
    </FilterForm>
  );
}

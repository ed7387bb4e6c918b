import { FilterForm } from '#components/ui/filter-form.tsx';
import { SelectField, TextField } from '#components/ui/text-field.tsx';
import { incomingOutcomes, mailStatuses, statusLabel } from '#lib/mail-out/mail-status.ts';
import type { MailLogQuery } from '#lib/mail-out/schema.ts';

const directions = [
  { value: 'out', label: 'Out' },
  { value: 'in', label: 'In' },
];
const statuses = [...mailStatuses, ...incomingOutcomes].map((value) => ({ value, label: statusLabel(value) }));

/** ADM-9 · filters the email log; the address holds the filter. */
export function MailLogFilter({ query: { direction, status, q } }: { query: MailLogQuery }) {
  return (
    <FilterForm path="/admin/mail" filter={{ direction, status, q }} className="lg:grid-cols-[1fr_1fr_2fr_auto]">
      <SelectField
        label="Direction"
        name="direction"
        defaultValue={direction}
        placeholder="In and out"
        options={directions}
      />
      <SelectField label="Status" name="status" defaultValue={status} placeholder="Any" options={statuses} />
      <TextField label="Text" name="q" defaultValue={q} placeholder="In the subject, person or reason" />
    </FilterForm>
  );
}

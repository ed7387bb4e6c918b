import { Button } from '#components/ui/button.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { incomingOutcomes, mailStatuses, statusLabel } from '#lib/mail-out/mail-status.ts';
import type { MailLogQuery } from '#lib/mail-out/schema.ts';

const ways = [
  { value: 'out', label: 'Out' },
  { value: 'in', label: 'In' },
];
const statuses = [...mailStatuses, ...incomingOutcomes].map((value) => ({ value, label: statusLabel(value) }));

/** ADM-9 · filters the email log; the address holds the filter. */
export function MailLogFilter({ query: { direction, status, q } }: { query: MailLogQuery }) {
  return (
    <form action="/admin/mail" className="grid items-end gap-3 pb-4 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_2fr_auto]">
      <Field label="Direction">
        {(control) => (
          <Select
            {...control}
            key={direction}
            name="direction"
            defaultValue={direction}
            placeholder="In and out"
            options={ways}
          />
        )}
      </Field>
      <Field label="Status">
        {(control) => (
          <Select {...control} key={status} name="status" defaultValue={status} placeholder="Any" options={statuses} />
        )}
      </Field>
      <Field label="Words">
        {(control) => (
          <TextInput
            {...control}
            key={q}
            name="q"
            defaultValue={q}
            placeholder="Of the subject, a person or the reason"
          />
        )}
      </Field>
      <div className="flex gap-2">
        <Button type="submit">Filter</Button>
        {(direction || status || q) && (
          <ButtonLink href="/admin/mail" variant="quiet">
            Show all
          </ButtonLink>
        )}
      </div>
    </form>
  );
}

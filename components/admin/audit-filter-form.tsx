import { Button } from '#components/ui/button.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import type { AuditFilter } from '#lib/audit-log/filter.ts';
import { auditFormatters } from '#lib/audit-log/formatters.ts';

const actions = Object.entries(auditFormatters).map(([value, { label }]) => ({ value, label }));

/** ADM-12 · filters the entries of the log; the address holds the filter. */
export function AuditFilterForm({ filter: { action, person, subject } }: { filter: AuditFilter }) {
  return (
    <form action="/admin/audit" className="grid items-end gap-3 pb-4 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1fr_auto]">
      <Field label="What">
        {(control) => (
          <Select
            {...control}
            key={action}
            name="action"
            defaultValue={action}
            placeholder="Everything"
            options={actions}
          />
        )}
      </Field>
      <Field label="Who">
        {(control) => (
          <TextInput
            {...control}
            key={person}
            name="person"
            defaultValue={person}
            placeholder="Name or email address"
          />
        )}
      </Field>
      <Field label="Subject">
        {(control) => (
          <TextInput {...control} key={subject} name="subject" defaultValue={subject} placeholder="Part of its name" />
        )}
      </Field>
      <div className="flex gap-2">
        <Button type="submit">Filter</Button>
        {(action || person || subject) && (
          <ButtonLink href="/admin/audit" variant="quiet">
            Show all
          </ButtonLink>
        )}
      </div>
    </form>
  );
}

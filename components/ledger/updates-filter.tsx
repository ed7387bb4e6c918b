import { DaysFilter } from '#components/list/days-filter.tsx';
import { Button } from '#components/ui/button.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { ledgerRules } from '#lib/journal/rule-names.ts';
import type { LedgerSearch } from '#lib/ledger/schema.ts';

const rules = ledgerRules.map(({ id, name }) => ({ value: id, label: name }));

/** SYNC-6 · Filters the updates of all records; the address holds the filter. */
export function UpdatesFilter({ search: { number, rule, person, days, failed } }: { search: LedgerSearch }) {
  return (
    <form action="/admin/updates" className="grid items-end gap-3 pb-4 sm:grid-cols-2 lg:grid-cols-[1fr_2fr_1fr_2fr]">
      <Field label="Record">
        {(control) => (
          <TextInput {...control} key={number} name="number" defaultValue={number} placeholder="INC0010001" />
        )}
      </Field>
      <Field label="Rule">
        {(control) => (
          <Select {...control} key={rule} name="rule" defaultValue={rule} placeholder="Any" options={rules} />
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
      <DaysFilter name="days" label="When" days={days ?? { from: null, to: null }} />
      <Checkbox key={failed} name="failed" value="yes" defaultChecked={failed === 'yes'} label="Failed emails only" />
      <div className="flex gap-2">
        <Button type="submit">Filter</Button>
        {(number || rule || person || days || failed) && (
          <ButtonLink href="/admin/updates" variant="quiet">
            Show all
          </ButtonLink>
        )}
      </div>
    </form>
  );
}

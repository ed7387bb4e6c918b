import { DaysFilter } from '#components/list/days-filter.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { FilterForm } from '#components/ui/filter-form.tsx';
import { SelectField, TextField } from '#components/ui/text-field.tsx';
import { ledgerRules } from '#lib/journal/rule-names.ts';
import type { LedgerSearch } from '#lib/ledger/schema.ts';

const rules = ledgerRules.map(({ id, name }) => ({ value: id, label: name }));

/** SYNC-6 · Filters the updates of all records; the address holds the filter. */
export function UpdatesFilter({ search: { number, rule, person, days, failed } }: { search: LedgerSearch }) {
  return (
    <FilterForm
      path="/admin/updates"
      filter={{ number, rule, person, days, failed }}
      className="lg:grid-cols-[1fr_2fr_1fr_2fr]"
    >
      <TextField label="Record" name="number" defaultValue={number} placeholder="INC0010001" />
      <SelectField label="Rule" name="rule" defaultValue={rule} placeholder="Any" options={rules} />
      <TextField label="Who" name="person" defaultValue={person} placeholder="Name or email address" />
      <DaysFilter name="days" label="When" days={days ?? { from: null, to: null }} />
      <Checkbox name="failed" value="yes" defaultChecked={failed === 'yes'} label="Failed emails only" />
    </FilterForm>
  );
}

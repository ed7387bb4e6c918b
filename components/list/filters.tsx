import { Fragment } from 'react';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { taskKinds } from '#lib/task/kind.ts';
import type { FilterChip } from '#lib/task/list/filter-chips.ts';
import { choicesOf, type FilterName, filterNames, listFilters } from '#lib/task/list/filters.ts';
import { type ListQuery, listParams } from '#lib/task/list/list-query.ts';
import { FilterMenu } from './filter-menu.tsx';
import { ReferenceFilter } from './reference-filter.tsx';

/** Filters that come from a link on another page: they have a chip but no field. */
const withoutField: readonly FilterName[] = ['contact', 'consumer'];

function ChoiceFilter({ query, name }: { query: ListQuery; name: FilterName }) {
  const chosen = query.filters[name] ?? [];
  const { label } = listFilters[name];
  const options = choicesOf(query.kind, name);
  if (options.length <= 2)
    return (
      <Field label={label}>
        {(control) => <Select {...control} name={name} placeholder="Any" options={options} defaultValue={chosen[0]} />}
      </Field>
    );
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium text-ink-muted">{label}</legend>
      <div className="grid grid-cols-2 gap-x-2">
        {options.map((option) => (
          <Checkbox
            key={option.value}
            label={option.label}
            name={name}
            value={option.value}
            defaultChecked={chosen.includes(option.value)}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** Everything that a list can be filtered by, filled with what is on. */
export function Filters({ query, chips }: { query: ListQuery; chips: readonly FilterChip[] }) {
  const params = listParams({ ...query, page: null });
  const unseen = Object.entries(params).filter(([name]) => name === 'q' || name === 'sort' || isWithoutField(name));
  return (
    <FilterMenu path={`/workspace/${taskKinds[query.kind].path}`} count={chips.length}>
      {/* Fields of another address are others; the button keeps the focus. */}
      <Fragment key={JSON.stringify(params)}>
        {unseen.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {filterNames
          .filter((name) => !withoutField.includes(name))
          .map((name) => {
            const filter = listFilters[name];
            if (filter.type === 'choices') return <ChoiceFilter key={name} query={query} name={name} />;
            return (
              <ReferenceFilter
                key={name}
                name={name}
                label={filter.label}
                target={filter.target}
                words={filter.words}
                value={query.filters[name]?.[0] ?? null}
                valueLabel={chips.find((chip) => chip.name === name)?.value ?? ''}
              />
            );
          })}
      </Fragment>
    </FilterMenu>
  );
}

const isWithoutField = (name: string) => withoutField.some((each) => each === name);

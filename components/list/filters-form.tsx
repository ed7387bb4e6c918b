'use client';

import { useRouter } from 'next/navigation';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { SelectField } from '#components/ui/text-field.tsx';
import { DaysFilter } from './days-filter.tsx';
import type { FilterData, FilterField } from './filter-fields.ts';
import { ReferenceFilter } from './reference-filter.tsx';

function ChoiceFilter({ name, label, options, chosen }: Extract<FilterField, { type: 'choices' }>) {
  if (options.length <= 2)
    return <SelectField label={label} name={name} placeholder="Any" options={options} defaultValue={chosen[0]} />;
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

/** The filter form. Its values become the address; empty fields are left out. */
export function FiltersForm({ path, otherParams, fields, onDone }: FilterData & { onDone: () => void }) {
  const router = useRouter();

  function apply(data: FormData) {
    const params = new URLSearchParams();
    for (const [name, value] of data) if (typeof value === 'string' && value) params.append(name, value);
    onDone();
    router.push(`${path}?${params}`);
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        apply(new FormData(event.currentTarget));
      }}
      className="grid gap-3"
    >
      {otherParams.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map((field) => {
        if (field.type === 'choices') return <ChoiceFilter key={field.name} {...field} />;
        if (field.type === 'days') return <DaysFilter key={field.name} {...field} />;
        return <ReferenceFilter key={field.name} {...field} />;
      })}
      {/* Stays visible however many filters there are. */}
      <div className="sticky -bottom-3 -mx-3 -mb-3 flex justify-end border-t bg-raised px-3 py-2">
        <Button type="submit" variant="primary">
          Apply
        </Button>
      </div>
    </form>
  );
}

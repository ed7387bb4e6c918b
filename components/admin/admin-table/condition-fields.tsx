'use client';

import { FieldGrid } from '#components/ui/field.tsx';
import { SelectField } from '#components/ui/text-field.tsx';
import { choicesFor } from '#lib/field-mapping/choices-for.ts';
import { parseConditions } from '#lib/field-mapping/conditions.ts';
import type { MapFields } from '#lib/field-mapping/mapping.ts';

interface ConditionFieldsProps {
  /** The column; the controls are named after it, such as `conditions.impact`. */
  name: string;
  label: string;
  /** The fields that can have a condition; all conditions must hold. */
  fields: MapFields;
  saved: string;
  startOf: (name: string, saved: string) => string;
  error: string | undefined;
}

/** ADM-4 · Which records a map applies to: the required value of each field, or any. */
export function ConditionFields({ name, label, fields, saved, startOf, error }: ConditionFieldsProps) {
  const values = new Map(parseConditions(saved).map(({ field, value }) => [field, value]));
  return (
    <fieldset className="min-w-0 sm:col-span-2" aria-describedby={error ? `${name}-error` : undefined}>
      <legend className="field-head">{label}</legend>
      <p className="mb-2 text-sm text-ink-faint">All chosen conditions must be met.</p>
      <FieldGrid>
        {Object.entries(fields).map(([field, declared]) => (
          <SelectField
            key={field}
            label={declared.label}
            name={`${name}.${field}`}
            defaultValue={startOf(`${name}.${field}`, values.get(field) ?? '')}
            options={[{ value: '', label: 'Any' }, ...choicesFor(declared)]}
          />
        ))}
      </FieldGrid>
      {error && (
        <p id={`${name}-error`} role="alert" className="mt-1 text-sm text-tone-red">
          {error}
        </p>
      )}
    </fieldset>
  );
}

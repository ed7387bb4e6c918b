'use client';

import { useState } from 'react';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { SelectField } from '#components/ui/text-field.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { choicesFor, findChoice } from '#lib/field-mapping/choices-for.ts';
import {
  ALWAYS,
  conditionChoices,
  FIXED,
  type MapDirection,
  sourceChoices,
  sourceNoun,
  targetChoices,
} from '#lib/field-mapping/mapping.ts';
import type { Field as RecordField } from '#lib/record/field.ts';
import { taskKinds } from '#lib/record/kind.ts';

interface MappingFieldsProps {
  direction: MapDirection;
  startOf: (name: string) => string;
  errors: Readonly<Record<string, string>>;
}

/** The label of a choice value. */
const called = (field: RecordField | undefined, value: string) => (field && findChoice(field, value)?.label) ?? value;

const optionsFor = (field: RecordField | undefined) => choicesFor(field).map(({ label }) => ({ value: label, label }));

/**
 * ADM-4 · A row of the mapping: shows only the inputs that earlier choices require, and lists for choice fields. A list
 * whose choices changed is mounted anew.
 */
export function MappingFields({ direction, startOf, errors }: MappingFieldsProps) {
  const [target, setTarget] = useState(startOf('targetField'));
  const [source, setSource] = useState(startOf('sourceField'));
  const [condition, setCondition] = useState(startOf('conditionField'));
  const fixedChoices = optionsFor(direction.targetFields[target]);
  const conditionField = direction.conditionFields[condition];
  return (
    <>
      <SelectField
        label={`Field of the ${taskKinds[direction.target].noun.en}`}
        required
        error={errors.targetField}
        name="targetField"
        defaultValue={startOf('targetField')}
        options={targetChoices(direction.targetFields)}
        onChange={(event) => setTarget(event.target.value)}
      />
      <SelectField
        label={`Field of the ${sourceNoun(direction)}`}
        required
        error={errors.sourceField}
        name="sourceField"
        defaultValue={startOf('sourceField')}
        options={sourceChoices(direction.sourceFields)}
        onChange={(event) => setSource(event.target.value)}
      />
      {source === FIXED && (
        <Field label="Fixed value" required error={errors.fixedValue} className="sm:col-span-2">
          {(control) => {
            const value = called(direction.targetFields[target], startOf('fixedValue'));
            const common = {
              ...control,
              key: `${target} ${startOf('fixedValue')}`,
              name: 'fixedValue',
              defaultValue: value,
            };
            if (fixedChoices.length === 0) return <TextInput {...common} maxLength={4_000} autoComplete="off" />;
            return <Select {...common} placeholder="Choose a value" options={fixedChoices} />;
          }}
        </Field>
      )}
      <div className="flex items-start gap-2 sm:col-span-2">
        <SelectField
          label="Only where"
          required
          error={errors.conditionField}
          className="flex-1"
          name="conditionField"
          defaultValue={startOf('conditionField')}
          options={conditionChoices(direction.conditionFields)}
          onChange={(event) => setCondition(event.target.value)}
        />
        {condition !== ALWAYS && (
          <SelectField
            key={`${condition} ${startOf('conditionValue')}`}
            label="is"
            required
            error={errors.conditionValue}
            className="flex-1"
            name="conditionValue"
            defaultValue={called(conditionField, startOf('conditionValue'))}
            placeholder="Choose a value"
            options={optionsFor(conditionField)}
          />
        )}
      </div>
    </>
  );
}

'use client';

import { useState } from 'react';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Combobox } from '#components/ui/combobox.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import type { Column } from '#lib/admin-table/column.ts';
import { NO_TIME_ZONE, timeZoneOptions } from '#lib/platform/time-zones.ts';
import type { Verdict } from '#lib/platform/verdict.ts';
import { constrainedUrl } from '#lib/record/reference-constraint.ts';

export interface ColumnControlProps {
  name: string;
  column: Column;
  value: string;
  /** The row's id; absent for a new row. */
  rowId?: string | undefined;
  /** The label of the referenced record. */
  shown: string;
  error?: string | undefined;
}

const messageOf = (verdict: Verdict | undefined) => (verdict && !verdict.ok ? verdict.because : undefined);

/** REC-5 · The control for one column of a row, by its type. Text errors can show while the user types. */
export function ColumnControl({ name, column, value, rowId, shown, error }: ColumnControlProps) {
  const { label, hint, required } = column;
  const [typed, setTyped] = useState<string | null>(null);
  if (column.type === 'boolean')
    return (
      <Checkbox key={value} name={name} label={label} defaultChecked={value === 'true'} className="sm:col-span-2" />
    );
  const wide = column.type === 'long-text';
  const wrongNow = typed !== null && 'wrongIn' in column ? messageOf(column.wrongIn?.(typed)) : undefined;
  return (
    <Field
      label={label}
      hint={hint}
      required={required}
      error={wrongNow ?? error}
      className={wide ? 'sm:col-span-2' : undefined}
    >
      {(control) => {
        if (column.type === 'reference') {
          const chosen = value === '' ? null : { id: value, label: shown };
          return (
            <Combobox
              {...control}
              name={name}
              source={constrainedUrl(`/api/references?kind=${column.target}`, column.as, rowId)}
              defaultOption={chosen}
            />
          );
        }
        // A control takes a new default only when it is mounted anew.
        const common = { ...control, key: value, name, defaultValue: value };
        if (column.type === 'choice') {
          const known = column.choices.some((choice) => choice.value === value);
          const others = known || value === '' ? [] : [{ value, label: value, disabled: true }];
          return <Select {...common} options={[...column.choices, ...others]} />;
        }
        if (column.type === 'time-zone')
          return <Select {...common} options={[{ value: '', label: NO_TIME_ZONE }, ...timeZoneOptions(value)]} />;
        if (column.type === 'long-text')
          return (
            <TextArea
              {...common}
              rows={wide && column.max > 1_000 ? 8 : 3}
              onChange={({ target }) => setTyped(target.value)}
            />
          );
        if (column.type === 'text') return <TextInput {...common} maxLength={column.max} autoComplete="off" />;
        if (column.type === 'email') return <TextInput {...common} type="email" autoComplete="off" />;
        const inputMode = column.type === 'integer' ? 'numeric' : 'decimal';
        return <TextInput {...common} inputMode={inputMode} autoComplete="off" />;
      }}
    </Field>
  );
}

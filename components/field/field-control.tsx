'use client';

import dynamic from 'next/dynamic';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextLink } from '#components/ui/link.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import type { Option } from '#components/ui/use-combobox.ts';
import type { FieldView } from '#lib/kinds/field-view.ts';
import { readSkipped, skippedBecause } from '#lib/platform/skipped-time.ts';
import type { FieldValue } from '#lib/record/field.ts';
import { recentOf } from './recent-of.ts';
import { ReferenceControl } from './reference-control.tsx';

// Few forms need it.
const DateTimeControl = dynamic(() => import('./date-time-control.tsx').then((module) => module.DateTimeControl));

export interface FieldControlProps {
  field: FieldView;
  value: FieldValue;
  /** Display text of the chosen reference. */
  display: string;
  error?: string | undefined;
  hint?: string | undefined;
  className?: string;
  /** `option`: the chosen one of a reference field. */
  onChange: (value: FieldValue, display: string, option?: Option | null) => void;
}

/** The control for one field of a record, by its type. */
export function FieldControl({ field, value, display, error, hint, className, onChange }: FieldControlProps) {
  const { name, label, type, required, max, options = [], optionsUrl = '' } = field;
  const text = value === null ? '' : String(value);

  if (type === 'yes-no')
    return (
      <Checkbox
        name={name}
        label={label}
        checked={value === true}
        onChange={({ target }) => onChange(target.checked, '')}
        className={className}
      />
    );

  const open = field.href && value === field.value && (
    <TextLink href={field.href} aria-label={`Open ${display}`}>
      Open
    </TextLink>
  );

  const skipped = type === 'date-time' ? readSkipped(text) : null;

  return (
    <Field
      aside={open}
      label={label}
      required={required}
      error={error ?? (skipped ? skippedBecause(skipped) : [])}
      hint={hint}
      className={className}
    >
      {(control) => {
        if (type === 'reference')
          return (
            <ReferenceControl
              {...control}
              source={optionsUrl}
              recentAs={recentOf(name, optionsUrl)}
              chosen={text === '' ? null : { id: text, label: display }}
              onSelect={(option) => onChange(option?.id ?? null, option?.label ?? '', option)}
            />
          );
        const common = {
          ...control,
          name,
          value: text,
          onChange: ({ target }: { target: { value: string } }) => onChange(target.value, ''),
        };
        // No `maxLength`: the browser would silently cut off pasted text.
        if (type === 'long-text') return <TextArea {...common} rows={name === 'description' ? 2 : 1} />;
        if (type === 'date-time')
          return (
            <DateTimeControl {...control} name={name} value={text} onChange={(dateTime) => onChange(dateTime, '')} />
          );
        if (type === 'number' || type === 'money') {
          const unit = type === 'money' ? 100 : 1;
          return (
            <TextInput
              {...control}
              name={name}
              type="number"
              min={0}
              step={1 / unit}
              defaultValue={text === '' ? '' : Number(text) / unit}
              onChange={({ target }) =>
                onChange(target.value === '' ? null : Math.round(target.valueAsNumber * unit), '')
              }
            />
          );
        }
        if (type === 'text') return <TextInput {...common} maxLength={max} />;
        return (
          <Select
            {...common}
            options={options}
            placeholder={required && text !== '' ? undefined : '–'}
            onChange={({ target }) => onChange(target.value, (target.value && target.selectedOptions[0]?.label) || '')}
          />
        );
      }}
    </Field>
  );
}

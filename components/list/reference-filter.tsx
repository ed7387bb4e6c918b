'use client';

import { useState } from 'react';
import { recentOf } from '#components/field/recent-of.ts';
import { Combobox } from '#components/ui/combobox.tsx';
import { Field } from '#components/ui/field.tsx';
import { SelectField } from '#components/ui/text-field.tsx';

const ONE = 'one';

export interface ReferenceFilterProps {
  name: string;
  label: string;
  target: string;
  /** Special values that have a label, such as *Me*. */
  words: Readonly<Record<string, string>>;
  value: string | null;
  /** The value's label if it is a record. */
  shown: string;
}

/** A filter by a reference: no value, a special value, or a record searched by name. */
export function ReferenceFilter({ name, label, target, words, value, shown }: ReferenceFilterProps) {
  const isWord = value !== null && Object.hasOwn(words, value);
  const hasWords = Object.keys(words).length > 0;
  const [choice, setChoice] = useState(value === null ? '' : isWord ? value : ONE);
  const source = `/api/references?kind=${target}`;
  const recentAs = recentOf(`filter ${name}`, source);
  const chosen = value !== null && !isWord ? { id: value, label: shown } : null;

  if (!hasWords)
    return (
      <Field label={label}>
        {(control) => (
          <Combobox
            {...control}
            name={name}
            source={source}
            recentAs={recentAs}
            defaultOption={chosen}
            placeholder="Any"
          />
        )}
      </Field>
    );
  const options = [
    ...Object.entries(words).map(([word, text]) => ({ value: word, label: text })),
    { value: ONE, label: 'Choose …' },
  ];
  return (
    <div className="grid gap-1">
      <SelectField
        label={label}
        name={choice === ONE ? undefined : name}
        placeholder="Any"
        options={options}
        value={choice}
        onChange={(event) => setChoice(event.target.value)}
      />
      {choice === ONE && (
        <Combobox
          name={name}
          source={source}
          recentAs={recentAs}
          defaultOption={chosen}
          aria-label={`${label}, by name`}
        />
      )}
    </div>
  );
}

'use client';

import { Combobox } from '#components/ui/combobox.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import {
  isReferenceTerm,
  type TermFieldName,
  termFieldOf,
  termFieldsOf,
} from '#lib/affected-customers/condition-fields.ts';
import type { CustomerSort } from '#lib/affected-customers/customer-sort.ts';
import type { NamedTerm } from '#lib/affected-customers/queries/condition-lines.ts';

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** A new term: the field with its first operator and no value. */
export function blankTerm(field: TermFieldName): NamedTerm {
  const { operators, choices } = termFieldOf(field);
  const first = Object.keys(choices ?? {})[0] ?? '';
  return { field, operator: Object.keys(operators)[0] ?? '', value: first, label: '' };
}

interface TermRowProps {
  of: CustomerSort;
  /** Position among the terms, from 1. */
  place: number;
  term: NamedTerm;
  onChange: (term: NamedTerm) => void;
  onRemove: (() => void) | undefined;
}

/** MAJ-5 · A term of a condition: field, operator and value. */
export function TermRow({ of, place, term, onChange, onRemove }: TermRowProps) {
  const { type, label, operators, choices } = termFieldOf(term.field);
  const value = { 'aria-label': `Value ${place}`, value: term.value };
  const typed = (text: string) => onChange({ ...term, value: text, label: text });
  return (
    <li className="grid grid-cols-[1fr_auto] gap-2 border-b pb-3 sm:grid-cols-[13rem_11rem_1fr_auto] sm:border-0 sm:pb-0">
      <Select
        aria-label={`Field ${place}`}
        className="max-sm:col-span-2"
        options={termFieldsOf(of).map((name) => ({ value: name, label: termFieldOf(name).label }))}
        value={term.field}
        onChange={({ target }) => onChange(blankTerm(target.value as TermFieldName))}
      />
      <Select
        aria-label={`Comparison ${place}`}
        className="max-sm:col-span-2"
        options={optionsOf(operators)}
        value={term.operator}
        onChange={({ target }) => onChange({ ...term, operator: target.value })}
      />
      {isReferenceTerm(term.field) ? (
        <Combobox
          key={term.field}
          aria-label={value['aria-label']}
          source={`/api/references?kind=${type}`}
          placeholder={label}
          defaultOption={term.value ? { id: term.value, label: term.label } : null}
          onSelect={(option) => onChange({ ...term, value: option?.id ?? '', label: option?.label ?? '' })}
        />
      ) : choices ? (
        <Select {...value} options={optionsOf(choices)} onChange={({ target }) => typed(target.value)} />
      ) : (
        <TextInput
          {...value}
          inputMode={type === 'amount' ? 'decimal' : undefined}
          onChange={({ target }) => typed(target.value)}
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
      )}
      {onRemove ? (
        <IconButton label={`Remove condition ${place}`} onClick={onRemove}>
          <Icon name="x" />
        </IconButton>
      ) : (
        <span className="size-8" />
      )}
    </li>
  );
}

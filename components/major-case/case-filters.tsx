'use client';

import { Select } from '#components/ui/select.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { priorities } from '#lib/words/choice.ts';

export const noFilters = { words: '', state: '', priority: '', like: '' };

export type ChosenFilters = typeof noFilters;

const states = [
  { value: 'new', label: 'New' },
  { value: 'open', label: 'Open' },
  { value: 'awaiting_info', label: 'Awaiting Info' },
];

const likenesses = [
  { value: 'item', label: 'Same configuration item' },
  { value: 'record', label: 'Same related record' },
];

const lists = [
  { name: 'state', label: 'State', options: states, any: 'Any state' },
  { name: 'priority', label: 'Priority', options: priorities, any: 'Any priority' },
  { name: 'like', label: 'Like this major case', options: likenesses, any: 'Any issue' },
] as const;

interface CaseFiltersProps {
  value: ChosenFilters;
  onChange: (filters: ChosenFilters) => void;
}

/** MAJ-4 · The filters for finding cases of a major case. */
export function CaseFilters({ value, onChange }: CaseFiltersProps) {
  return (
    <div className="grid gap-2 sm:grid-cols-3">
      <TextInput
        type="search"
        aria-label="Search by number or words"
        placeholder="Search by number or words"
        className="col-span-full"
        value={value.words}
        onChange={({ target }) => onChange({ ...value, words: target.value })}
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      {lists.map(({ name, label, options, any }) => (
        <Select
          key={name}
          aria-label={label}
          options={options.map((option) => ({ value: option.value, label: option.label }))}
          placeholder={any}
          value={value[name]}
          onChange={({ target }) => onChange({ ...value, [name]: target.value })}
        />
      ))}
    </div>
  );
}

import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import type { NewCaseWords } from './new-case-words.ts';

/** The priorities that a customer can choose; the first is the default. */
const urgencies = ['4', '3', '2'] as const;

/** The chosen value as it is sent; empty if none. */
export const urgencyOf = (value: string) => urgencies.find((each) => each === value) ?? '';

interface HowUrgentProps {
  value: string;
  onChange: (value: string) => void;
  words: NewCaseWords;
}

/** How urgent an issue is, in the customer's words. */
export function HowUrgent({ value, onChange, words }: HowUrgentProps) {
  return (
    <Field label={words['new.urgency']}>
      {({ required: _required, ...control }) => (
        <Select
          {...control}
          value={value || urgencies[0]}
          onChange={({ target }) => onChange(target.value)}
          options={urgencies.map((each) => ({ value: each, label: words[`new.urgency.${each}`] }))}
        />
      )}
    </Field>
  );
}

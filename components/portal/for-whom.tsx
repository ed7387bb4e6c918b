import { Field } from '#components/ui/field.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import type { NewCaseWords } from './new-case-words.ts';

interface ForWhomProps {
  value: string;
  onChange: (email: string) => void;
  error: string | undefined;
  words: NewCaseWords;
}

/** POR-19 · The colleague the case is for, if it is not for the reader. */
export function ForWhom({ value, onChange, error, words }: ForWhomProps) {
  return (
    <Field label={words['new.for']} hint={words['new.for.hint']} {...(error ? { error } : {})}>
      {(control) => (
        <TextInput
          {...control}
          type="email"
          autoComplete="off"
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

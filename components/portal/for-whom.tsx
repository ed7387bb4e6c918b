import { TextField } from '#components/ui/text-field.tsx';
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
    <TextField
      label={words['new.for']}
      hint={words['new.for.hint']}
      error={error}
      type="email"
      autoComplete="off"
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

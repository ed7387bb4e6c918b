import { TextField } from '#components/ui/text-field.tsx';
import type { OrderWords } from './order-words.ts';

interface OrderForProps {
  value: string;
  onChange: (email: string) => void;
  error: string | undefined;
  words: OrderWords;
}

/** POR-6 · The colleague the order is for, if it is not for the reader. */
export function OrderFor({ value, onChange, error, words }: OrderForProps) {
  return (
    <TextField
      label={words['order.for']}
      hint={words['order.for.hint']}
      error={error}
      type="email"
      autoComplete="off"
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

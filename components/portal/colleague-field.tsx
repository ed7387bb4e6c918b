import { TextField } from '#components/ui/text-field.tsx';

interface ColleagueFieldProps {
  label: string;
  hint: string;
  value: string;
  onChange: (email: string) => void;
  error: string | undefined;
}

/** POR-6, POR-19 · The colleague a case or an order is for, if it is not for the reader. */
export function ColleagueField({ onChange, ...field }: ColleagueFieldProps) {
  return <TextField {...field} type="email" autoComplete="off" onChange={({ target }) => onChange(target.value)} />;
}

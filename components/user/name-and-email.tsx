import type { TypedFields } from '#components/actions/typed-fields.ts';
import { TextField } from '#components/ui/text-field.tsx';

interface NameAndEmailProps {
  field: TypedFields['field'];
  name?: string;
  email?: string;
}

/** The name and email address of a person, in a form of somebody else. */
export function NameAndEmail({ field, name, email }: NameAndEmailProps) {
  return (
    <>
      <TextField label="Name" required {...field('name', name)} autoComplete="off" />
      <TextField label="Email" required {...field('email', email)} type="email" autoComplete="off" />
    </>
  );
}

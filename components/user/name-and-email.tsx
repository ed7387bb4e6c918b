import { TextField } from '#components/ui/text-field.tsx';

interface NameAndEmailProps {
  errors: Readonly<Record<string, string>>;
  name: string;
  email: string;
}

/** The name and email address of a person, in a form of somebody else. */
export function NameAndEmail({ errors, name, email }: NameAndEmailProps) {
  return (
    <>
      <TextField label="Name" required error={errors.name} name="name" defaultValue={name} autoComplete="off" />
      <TextField
        label="Email"
        required
        error={errors.email}
        name="email"
        type="email"
        defaultValue={email}
        autoComplete="off"
      />
    </>
  );
}

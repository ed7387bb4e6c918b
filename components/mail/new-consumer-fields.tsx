'use client';

import { Field } from '#components/ui/field.tsx';
import { TextInput } from '#components/ui/text-input.tsx';

interface NewConsumerFieldsProps {
  name: string;
  /** The one whose email it is. */
  email: string;
  onChange: (name: string) => void;
  errors: Readonly<Record<string, string>>;
}

/** MAIL-5, ADM-6 · Who sent an email, as the consumer who is added with the case. */
export function NewConsumerFields({ name, email, onChange, errors }: NewConsumerFieldsProps) {
  return (
    <div className="mt-3 grid gap-3">
      <Field label="Name" required error={errors['newConsumer.name'] ?? errors.name}>
        {(control) => (
          <TextInput {...control} value={name} autoComplete="off" onChange={({ target }) => onChange(target.value)} />
        )}
      </Field>
      <Field label="Email" error={errors.email} hint="The address that this email came from.">
        {(control) => <TextInput {...control} type="email" value={email} readOnly />}
      </Field>
    </div>
  );
}

'use client';

import { Field } from '#components/ui/field.tsx';
import { TextInput } from '#components/ui/text-input.tsx';

type NewConsumer = { name: string; email: string };

interface NewConsumerFieldsProps {
  value: NewConsumer;
  onChange: (value: NewConsumer) => void;
  errors: Readonly<Record<string, string>>;
}

/** MAIL-5, ADM-6 · Who sent an email, as the consumer who is added with the case. */
export function NewConsumerFields({ value, onChange, errors }: NewConsumerFieldsProps) {
  const errorOf = (name: keyof NewConsumer) => errors[`newConsumer.${name}`] ?? errors[name];
  return (
    <div className="mt-3 grid gap-3">
      <Field label="Name" required error={errorOf('name')}>
        {(control) => (
          <TextInput
            {...control}
            value={value.name}
            autoComplete="off"
            onChange={({ target }) => onChange({ ...value, name: target.value })}
          />
        )}
      </Field>
      <Field label="Email" required error={errorOf('email')}>
        {(control) => (
          <TextInput
            {...control}
            type="email"
            value={value.email}
            autoComplete="off"
            onChange={({ target }) => onChange({ ...value, email: target.value })}
          />
        )}
      </Field>
    </div>
  );
}

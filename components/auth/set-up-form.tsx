'use client';

import { useActionState } from 'react';
import { Banner } from '#components/ui/banner.tsx';
import { Field } from '#components/ui/field.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { SHORTEST_PASSWORD } from '#lib/session/password-length.ts';
import type { SetUpState } from '#lib/sign-in/set-up-state.ts';
import { BrowserTimeZone } from './browser-time-zone.tsx';

export interface SetUpFormProps {
  action: (previous: SetUpState, formData: FormData) => Promise<SetUpState>;
  token: string;
}

/** ACC-9 · name, address and password of the first administrator. */
export function SetUpForm({ action, token }: SetUpFormProps) {
  const [{ result, name, email }, formAction] = useActionState(action, {});
  const failed = result?.ok === false ? result : undefined;
  const errors = failed?.fieldErrors ?? {};
  return (
    <form action={formAction} className="grid gap-4">
      {failed && (
        <Banner tone="error" rule={failed.rule}>
          {failed.message}
        </Banner>
      )}
      <input type="hidden" name="token" value={token} />
      <BrowserTimeZone />
      <Field label="Name" error={errors.name}>
        {(control) => <TextInput {...control} name="name" autoComplete="name" required autoFocus defaultValue={name} />}
      </Field>
      <Field label="Email" error={errors.email}>
        {(control) => (
          <TextInput {...control} name="email" type="email" autoComplete="username" required defaultValue={email} />
        )}
      </Field>
      <Field label="Password" hint={`At least ${SHORTEST_PASSWORD} characters.`} error={errors.password}>
        {(control) => <TextInput {...control} name="password" type="password" autoComplete="new-password" required />}
      </Field>
      <SubmitButton>Create administrator</SubmitButton>
    </form>
  );
}

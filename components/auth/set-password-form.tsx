'use client';

import { useActionState } from 'react';
import { Banner } from '#components/ui/banner.tsx';
import { Field } from '#components/ui/field.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import type { ActionResult } from '#lib/platform/action-result.ts';
import type { LinkPurpose } from '#lib/session/link-purpose.ts';
import { BrowserTimeZone } from './browser-time-zone.tsx';

export interface SetPasswordFormProps {
  action: (previous: ActionResult | null, formData: FormData) => Promise<ActionResult>;
  purpose: LinkPurpose;
  token: string;
  email: string;
  words: Readonly<
    Record<'sign-in.email' | 'profile.password.new' | 'profile.password.hint' | 'link.repeat' | 'link.enter', string>
  >;
}

/** ACC-7 · Sets a password through an emailed link. */
export function SetPasswordForm({ action, purpose, token, email, words }: SetPasswordFormProps) {
  const [result, formAction] = useActionState(action, null);
  const failed = result?.ok === false ? result : undefined;
  const errors = failed?.fieldErrors ?? {};
  return (
    <form action={formAction} className="grid gap-4">
      {failed && Object.keys(errors).length === 0 && (
        <Banner tone="error" rule={failed.rule}>
          {failed.message}
        </Banner>
      )}
      <input type="hidden" name="purpose" value={purpose} />
      <input type="hidden" name="token" value={token} />
      <BrowserTimeZone />
      <TextField label={words['sign-in.email']} type="email" autoComplete="username" readOnly defaultValue={email} />
      <Field label={words['profile.password.new']} hint={words['profile.password.hint']} error={errors.password}>
        {(control) => (
          <TextInput {...control} name="password" type="password" autoComplete="new-password" required autoFocus />
        )}
      </Field>
      <Field label={words['link.repeat']} error={errors.repeated}>
        {(control) => <TextInput {...control} name="repeated" type="password" autoComplete="new-password" required />}
      </Field>
      <SubmitButton>{words['link.enter']}</SubmitButton>
    </form>
  );
}

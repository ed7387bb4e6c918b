'use client';

import { useActionState } from 'react';
import { Banner } from '#components/ui/banner.tsx';
import { Field } from '#components/ui/field.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import type { ActionResult } from '#lib/platform/action-result.ts';
import type { LinkPurpose } from '#lib/session/link-purpose.ts';
import { SHORTEST_PASSWORD } from '#lib/session/password-length.ts';
import { BrowserTimeZone } from './browser-time-zone.tsx';

export interface SetPasswordFormProps {
  action: (previous: ActionResult | null, formData: FormData) => Promise<ActionResult>;
  purpose: LinkPurpose;
  token: string;
  email: string;
}

/** ACC-7 · The password that somebody chooses by a link. */
export function SetPasswordForm({ action, purpose, token, email }: SetPasswordFormProps) {
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
      <Field label="Email">
        {(control) => <TextInput {...control} type="email" autoComplete="username" readOnly defaultValue={email} />}
      </Field>
      <Field label="New password" hint={`At least ${SHORTEST_PASSWORD} characters.`} error={errors.password}>
        {(control) => (
          <TextInput {...control} name="password" type="password" autoComplete="new-password" required autoFocus />
        )}
      </Field>
      <Field label="Repeat the new password" error={errors.repeated}>
        {(control) => <TextInput {...control} name="repeated" type="password" autoComplete="new-password" required />}
      </Field>
      <SubmitButton>Save and sign in</SubmitButton>
    </form>
  );
}

'use client';

import { Field } from '#components/ui/field.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { SHORTEST_PASSWORD } from '#lib/session/password-length.ts';
import { changeOwnPasswordAction } from '#lib/user/actions.ts';
import { OwnForm } from './own-form.tsx';

/** ACC-3 · changes the user's own password; this ends all sessions. */
export function ChangePasswordForm({ email }: { email: string }) {
  return (
    <OwnForm action={changeOwnPasswordAction} verb="Change password" variant="primary">
      {({ errors }) => (
        <>
          {/* Tells password managers which account the password is for. */}
          <input type="hidden" name="username" autoComplete="username" value={email} />
          <Field label="Current password" error={errors.currentPassword}>
            {(control) => (
              <TextInput {...control} name="currentPassword" type="password" autoComplete="current-password" required />
            )}
          </Field>
          <Field label="New password" hint={`At least ${SHORTEST_PASSWORD} characters.`} error={errors.newPassword}>
            {(control) => (
              <TextInput {...control} name="newPassword" type="password" autoComplete="new-password" required />
            )}
          </Field>
          <Field label="New password again" error={errors.repeated}>
            {(control) => (
              <TextInput {...control} name="repeated" type="password" autoComplete="new-password" required />
            )}
          </Field>
          <p className="text-sm text-ink-muted">You will be signed out everywhere and sign in with the new password.</p>
        </>
      )}
    </OwnForm>
  );
}

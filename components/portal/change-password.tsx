'use client';

import { Button } from '#components/ui/button.tsx';
import { SentForm } from '#components/ui/sent-form.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { changePasswordAction } from '#lib/portal/security/actions.ts';
import { Refusal } from './refusal.tsx';
import { useSending } from './use-sending.ts';

interface ChangePasswordProps {
  email: string;
  words: Readonly<
    Record<
      | 'profile.password.current'
      | 'profile.password.new'
      | 'profile.password.hint'
      | 'profile.password.again'
      | 'profile.password.ends'
      | 'profile.password.change'
      | 'answer.lost',
      string
    >
  >;
}

/** ACC-3 · Changes the user's own password; this ends all sessions. */
export function ChangePassword({ email, words }: ChangePasswordProps) {
  const { send, pending, refused, errors, forget } = useSending(changePasswordAction, {
    name: 'password',
    lost: words['answer.lost'],
  });
  const fields = [
    ['currentPassword', 'profile.password.current', 'current-password', undefined],
    ['newPassword', 'profile.password.new', 'new-password', words['profile.password.hint']],
    ['repeated', 'profile.password.again', 'new-password', undefined],
  ] as const;
  return (
    <SentForm
      className="grid gap-4"
      onSend={(typed) =>
        send({
          currentPassword: typed('currentPassword'),
          newPassword: typed('newPassword'),
          repeated: typed('repeated'),
        })
      }
      onInput={forget}
    >
      <Refusal refused={refused} />
      {/* Tells password managers which account the password is for. */}
      <input type="hidden" name="username" autoComplete="username" value={email} />
      {fields.map(([name, label, autoComplete, hint]) => (
        <TextField
          key={name}
          label={words[label]}
          required
          hint={hint}
          error={errors[name]}
          name={name}
          type="password"
          autoComplete={autoComplete}
        />
      ))}
      <p className="text-sm text-ink-muted">{words['profile.password.ends']}</p>
      <div>
        <Button type="submit" className="min-h-10" aria-busy={pending || undefined}>
          {words['profile.password.change']}
        </Button>
      </div>
    </SentForm>
  );
}

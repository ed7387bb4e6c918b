'use client';

import { useActionState } from 'react';
import { Banner } from '#components/ui/banner.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextLink } from '#components/ui/link.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import type { ActionResult } from '#lib/platform/action-result.ts';
import { filled } from '#lib/words/message.ts';

type ForgotState = (ActionResult & { email?: string }) | null;

export interface ForgotFormProps {
  action: (previous: ForgotState, formData: FormData) => Promise<ForgotState>;
  words: Readonly<
    Record<
      'sign-in.email' | 'sign-in.back' | 'forgot.about' | 'forgot.send' | 'forgot.sent' | 'forgot.sent.about',
      string
    >
  >;
}

/** ACC-7 · Requests a password reset link; the answer is the same for every address. */
export function ForgotForm({ action, words }: ForgotFormProps) {
  const [state, formAction] = useActionState(action, null);
  if (state?.ok)
    return (
      <>
        <Banner tone="info" title={words['forgot.sent']}>
          {filled(words['forgot.sent.about'], { address: state.email ?? '' })}
        </Banner>
        <p className="mt-4">
          <TextLink href="/login">{words['sign-in.back']}</TextLink>
        </p>
      </>
    );
  return (
    <form action={formAction} className="grid gap-4">
      {state && (
        <Banner tone="error" rule={state.rule}>
          {state.message}
        </Banner>
      )}
      <p className="text-ink-muted">{words['forgot.about']}</p>
      <Field label={words['sign-in.email']} id="email">
        {(control) => (
          <TextInput
            {...control}
            name="email"
            type="email"
            autoComplete="username"
            required
            autoFocus
            defaultValue={state?.email}
          />
        )}
      </Field>
      <SubmitButton>{words['forgot.send']}</SubmitButton>
      <p>
        <TextLink href="/login">{words['sign-in.back']}</TextLink>
      </p>
    </form>
  );
}

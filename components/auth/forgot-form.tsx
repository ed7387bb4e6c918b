'use client';

import { useActionState } from 'react';
import { Banner } from '#components/ui/banner.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextLink } from '#components/ui/link.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import type { ActionResult } from '#lib/platform/action-result.ts';
import { LINK_HOURS } from '#lib/session/link-purpose.ts';

type ForgotState = (ActionResult & { email?: string }) | null;

export interface ForgotFormProps {
  action: (previous: ForgotState, formData: FormData) => Promise<ForgotState>;
}

/** ACC-7 · Asks for a link for a new password; what it says is the same for every address. */
export function ForgotForm({ action }: ForgotFormProps) {
  const [state, formAction] = useActionState(action, null);
  if (state?.ok)
    return (
      <>
        <Banner tone="info" title="Check your email.">
          If there is an account with the address {state.email}, a link for a new password is on its way to it. It works
          once, within {LINK_HOURS.reset} hour.
        </Banner>
        <p className="mt-4">
          <TextLink href="/login">Back to sign-in</TextLink>
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
      <p className="text-ink-muted">We send you a link by which you choose a new one.</p>
      <Field label="Email" id="email">
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
      <SubmitButton>Send the link</SubmitButton>
      <p>
        <TextLink href="/login">Back to sign-in</TextLink>
      </p>
    </form>
  );
}

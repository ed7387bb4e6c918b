'use client';

import { useActionState, useRef } from 'react';
import { Banner } from '#components/ui/banner.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextLink } from '#components/ui/link.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { BrowserTimeZone } from './browser-time-zone.tsx';
import { type DemoAccount, DemoAccounts } from './demo-accounts.tsx';

export interface LoginState {
  alert?: string;
  /** The typed email, kept after a refusal. */
  email?: string;
}

export interface LoginFormProps {
  action: (previous: LoginState, formData: FormData) => Promise<LoginState>;
  /** The page that the user wanted to open. */
  from?: string;
  demoAccounts?: readonly DemoAccount[];
  words: Readonly<Record<'sign-in.title' | 'sign-in.email' | 'sign-in.password' | 'sign-in.forgot', string>>;
}

/** The sign-in form; it works without scripts and before they have loaded. */
export function LoginForm({ action, from, demoAccounts = [], words }: LoginFormProps) {
  const [state, formAction] = useActionState(action, {});
  const form = useRef<HTMLFormElement>(null);

  function fill({ email, password }: DemoAccount) {
    const controls = form.current?.elements;
    for (const [name, value] of Object.entries({ email, password })) {
      const input = controls?.namedItem(name);
      if (input instanceof HTMLInputElement) input.value = value;
    }
    form.current?.querySelector<HTMLButtonElement>('[type="submit"]')?.focus();
  }

  return (
    <>
      <form ref={form} action={formAction} className="grid gap-4">
        {state.alert && <Banner tone="error">{state.alert}</Banner>}
        <BrowserTimeZone />
        {from && <input type="hidden" name="from" value={from} />}
        <Field label={words['sign-in.email']} id="email">
          {(control) => (
            <TextInput
              {...control}
              name="email"
              type="email"
              autoComplete="username"
              required
              autoFocus
              defaultValue={state.email}
            />
          )}
        </Field>
        <Field label={words['sign-in.password']} id="password">
          {(control) => (
            <TextInput {...control} name="password" type="password" autoComplete="current-password" required />
          )}
        </Field>
        <SubmitButton>{words['sign-in.title']}</SubmitButton>
        <p>
          <TextLink href="/forgot">{words['sign-in.forgot']}</TextLink>
        </p>
      </form>
      {demoAccounts.length > 0 && <DemoAccounts accounts={demoAccounts} onChoose={fill} />}
    </>
  );
}

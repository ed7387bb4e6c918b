'use client';

import { useActionState, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Modal } from '#components/ui/modal.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { type SessionEnd, sessionEndSentences } from '#lib/announce/session-end.ts';
import { signInAction } from '#lib/sign-in/actions.ts';

interface SignInAgainProps {
  /** Email of the user whose page it is. */
  email: string;
  because: SessionEnd;
  onSignedIn: (personId: string) => void;
}

/** ACC-3 · Covers a page whose session has ended. The page continues only for the same user. */
export function SignInAgain({ email, because, onSignedIn }: SignInAgainProps) {
  const [{ alert, email: tried, personId }, action] = useActionState(signInAction, {});
  const [isOther, setOther] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  const signedIn = useEffectEvent(onSignedIn);

  useCoveredPage('Sign in to continue');
  useEffect(() => {
    if (personId) signedIn(personId);
  }, [personId]);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>(`[name="${isOther ? 'email' : 'password'}"]`)?.focus();
  }, [isOther]);

  return (
    <Modal
      data-uncovered
      closedby="none"
      onClose={() => {}}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-why`}
      className="fixed m-auto w-[min(26rem,calc(100vw-2rem))] rounded-md border bg-raised p-6 text-ink shadow-float backdrop:bg-scrim"
    >
      <h2 id={`${id}-title`} className="pb-1 text-xl font-semibold tracking-tight">
        Sign in to continue
      </h2>
      <p id={`${id}-why`} className="pb-4 text-ink-muted">
        {sessionEndSentences[because]} {isOther ? 'You will leave this page.' : 'The page is as you left it.'}
      </p>
      <form ref={form} action={action} className="grid gap-4">
        {alert && <Banner tone="error">{alert}</Banner>}
        <input type="hidden" name="stay" value="yes" />
        <Field label="Email" aside={!isOther && <OtherButton onClick={() => setOther(true)} />}>
          {(control) => (
            <TextInput
              {...control}
              key={String(isOther)}
              name="email"
              type="email"
              autoComplete="username"
              required
              readOnly={!isOther}
              defaultValue={isOther ? (tried ?? '') : email}
            />
          )}
        </Field>
        <Field label="Password">
          {(control) => (
            <TextInput {...control} name="password" type="password" autoComplete="current-password" required />
          )}
        </Field>
        <SubmitButton>{isOther ? 'Sign in' : 'Sign in to continue'}</SubmitButton>
      </form>
    </Modal>
  );
}

function OtherButton({ onClick }: { onClick: () => void }) {
  return (
    <Button size="s" variant="quiet" onClick={onClick}>
      Someone else
    </Button>
  );
}

/** While mounted, keys do nothing on the page behind it, and the tab's title hides what that page shows. */
function useCoveredPage(title: string) {
  useEffect(() => {
    const shown = document.title;
    document.title = title;
    const keep = (event: KeyboardEvent) => event.stopPropagation();
    window.addEventListener('keydown', keep, { capture: true });
    return () => {
      window.removeEventListener('keydown', keep, { capture: true });
      if (document.title === title) document.title = shown;
    };
  }, [title]);
}

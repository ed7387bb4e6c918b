'use client';

import { useActionState } from 'react';
import { answering } from '#components/actions/call-action.ts';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { signOutEverywhereAction } from '#lib/user/actions.ts';
import { FormResult } from './form-result.tsx';

const signOut = answering(signOutEverywhereAction);

/** ACC-3 · ends all of one's sessions, on every device. */
export function SignOutEverywhereForm() {
  const [result, formAction] = useActionState(signOut, null);
  return (
    <form action={formAction} className="grid gap-4">
      <FormResult result={result} />
      <p className="text-ink-muted">Ends your sessions on every device and in every browser, this one too.</p>
      <div>
        <SubmitButton variant="secondary">Sign out everywhere</SubmitButton>
      </div>
    </form>
  );
}

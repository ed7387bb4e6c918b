'use client';

import { useAction } from '#components/actions/use-action.ts';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { signOutEverywhereAction } from '#lib/user/actions.ts';
import { FormResult } from './form-result.tsx';

/** ACC-3 · ends all of the user's sessions, on every device. */
export function SignOutEverywhereForm() {
  const { submit, result } = useAction(signOutEverywhereAction, { quiet: true });
  return (
    <form action={submit} className="grid gap-4">
      <FormResult result={result} />
      <p className="text-ink-muted">Ends your sessions on every device and in every browser, this one too.</p>
      <div>
        <SubmitButton variant="secondary">Sign out everywhere</SubmitButton>
      </div>
    </form>
  );
}

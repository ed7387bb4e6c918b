'use client';

import { signOutEverywhereAction } from '#lib/user/actions.ts';
import { OwnForm } from './own-form.tsx';

/** ACC-3 · ends all of the user's sessions, on every device. */
export function SignOutEverywhereForm() {
  return (
    <OwnForm action={signOutEverywhereAction} verb="Sign out everywhere" className="">
      {() => <p className="text-ink-muted">Ends your sessions on every device and in every browser, this one too.</p>}
    </OwnForm>
  );
}

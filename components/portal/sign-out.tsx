'use client';

import { discardAllDrafts } from '#components/ui/drafts/drafts.ts';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { signOutAction } from '#lib/sign-in/actions.ts';

/** POR-21 · Signing out deletes unsent drafts: the device may be shared. */
export function SignOut({ label }: { label: string }) {
  return (
    <form action={signOutAction} onSubmit={() => discardAllDrafts()}>
      <SubmitButton variant="quiet" className="min-h-10">
        {label}
      </SubmitButton>
    </form>
  );
}

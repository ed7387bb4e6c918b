'use client';

import { discardAllKept } from '#components/ui/kept/kept-texts.ts';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { signOutAction } from '#lib/sign-in/actions.ts';

/** POR-21 · Signing out deletes unsent drafts: the device may be shared. */
export function SignOut({ label }: { label: string }) {
  return (
    <form action={signOutAction} onSubmit={() => discardAllKept()}>
      <SubmitButton variant="quiet" className="min-h-10">
        {label}
      </SubmitButton>
    </form>
  );
}

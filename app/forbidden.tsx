// Every page brings this along in case it is needed: on the client's side it is a name in the page, not a tree.
'use client';

import { BarePage } from '#components/error-page/bare-page.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { signOutAction } from '#lib/session/actions.ts';

/** The workspace is for staff. */
export default function Forbidden() {
  return (
    <BarePage>
      <h1 className="sr-only">For staff only</h1>
      <EmptyState
        icon={<Icon name="lock" />}
        title="This part is for staff."
        action={
          <form action={signOutAction}>
            <SubmitButton>Sign out</SubmitButton>
          </form>
        }
      >
        You are signed in as a customer. Sign out, and sign in with a staff account.
      </EmptyState>
    </BarePage>
  );
}

'use client';

import { RefusalToast } from '#components/actions/refusal-toast.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import type { LinkPurpose } from '#lib/session/link-purpose.ts';
import { sendLinkAction } from '#lib/user/actions.ts';

/** ACC-7 · Sends a user the link to set a password. */
export function SendLinkButton({ userId, purpose }: { userId: string; purpose: LinkPurpose }) {
  const { submit, refused } = useAction(sendLinkAction);
  return (
    <form action={submit}>
      <RefusalToast refused={refused} />
      <input type="hidden" name="userId" value={userId} />
      <SubmitButton variant="secondary">{purpose === 'reset' ? 'Send reset link' : 'Send invitation'}</SubmitButton>
    </form>
  );
}

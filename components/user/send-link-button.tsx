import { ActionButton } from '#components/actions/action-button.tsx';
import type { LinkPurpose } from '#lib/session/link-purpose.ts';
import { sendLinkAction } from '#lib/user/actions.ts';

/** ACC-7 · Sends a user the link to set a password. */
export function SendLinkButton({ userId, purpose }: { userId: string; purpose: LinkPurpose }) {
  return (
    <ActionButton action={sendLinkAction} input={{ userId }} variant="secondary" size="m">
      {purpose === 'reset' ? 'Send reset link' : 'Send invitation'}
    </ActionButton>
  );
}

'use client';

import { RefusalToast } from '#components/actions/refusal-toast.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Icon } from '#components/ui/icon.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { retryMailsAction } from '#lib/ledger/actions.ts';

interface RetryMailsProps {
  updateId: string;
  /** Which emails, for screen readers. */
  what: string;
  onRetried?: (() => void) | undefined;
}

/** SYNC-6 · Resends the failed emails of an update. */
export function RetryMails({ updateId, what, onRetried }: RetryMailsProps) {
  const { submit, refused } = useAction(retryMailsAction, { onDone: onRetried });
  return (
    <form action={submit}>
      <RefusalToast refused={refused} />
      <input type="hidden" name="updateId" value={updateId} />
      <SubmitButton variant="quiet" size="s" icon={<Icon name="send" />} aria-label={`Retry ${what}`}>
        Retry
      </SubmitButton>
    </form>
  );
}

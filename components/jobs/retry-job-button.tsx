'use client';

import { RefusalToast } from '#components/actions/refusal-toast.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Icon } from '#components/ui/icon.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { retryFailedJobAction } from '#lib/jobs/actions.ts';

/** ADM-11 · retries a job that has failed permanently. */
export function RetryJobButton({ id, what }: { id: string; what: string }) {
  const { submit, refused } = useAction(retryFailedJobAction);
  return (
    <form action={submit}>
      <RefusalToast refused={refused} />
      <input type="hidden" name="id" value={id} />
      <SubmitButton variant="quiet" size="s" icon={<Icon name="undo-2" />} aria-label={`Run ${what} again`}>
        Run again
      </SubmitButton>
    </form>
  );
}

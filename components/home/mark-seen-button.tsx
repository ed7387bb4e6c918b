'use client';

import { RefusalToast } from '#components/actions/refusal-toast.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Icon } from '#components/ui/icon.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { markSeenAction } from '#lib/home/actions.ts';

/** Marks all changes on this page as seen. */
export function MarkSeenButton({ until }: { until: string }) {
  const { submit, refused } = useAction(markSeenAction);
  return (
    <form action={submit}>
      <RefusalToast refused={refused} />
      <input type="hidden" name="until" value={until} />
      <SubmitButton variant="quiet" size="s" icon={<Icon name="check-check" />}>
        Mark all as seen
      </SubmitButton>
    </form>
  );
}

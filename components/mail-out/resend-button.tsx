'use client';

import { RefusalToast } from '#components/actions/refusal-toast.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Icon } from '#components/ui/icon.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { resendMailAction } from '#lib/mail-out/actions.ts';

/** ADM-9 · sends an email again. */
export function ResendButton({ id, what }: { id: string; what: string }) {
  const { submit, refused } = useAction(resendMailAction);
  return (
    <form action={submit}>
      <RefusalToast refused={refused} />
      <input type="hidden" name="id" value={id} />
      <SubmitButton variant="quiet" size="s" icon={<Icon name="send" />} aria-label={`Resend ${what}`}>
        Resend
      </SubmitButton>
    </form>
  );
}

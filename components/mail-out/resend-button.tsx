import { ActionButton } from '#components/actions/action-button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { resendMailAction } from '#lib/mail-out/actions.ts';

/** ADM-9 · sends an email again. */
export function ResendButton({ id, what }: { id: string; what: string }) {
  return (
    <ActionButton action={resendMailAction} input={{ id }} icon={<Icon name="send" />} aria-label={`Resend ${what}`}>
      Resend
    </ActionButton>
  );
}

'use client';

import { ActionDialog } from '#components/actions/action-dialog.tsx';
import { discardMailAction, returnMailAction } from '#lib/mail-in/actions.ts';
import type { ReviewDialogProps } from './review-actions.tsx';

/** MAIL-5 · Asks for confirmation. A discarded email is listed under *Done* and can be returned to the review. */
export function DiscardMailDialog({ id, onClose }: ReviewDialogProps) {
  return (
    <ActionDialog
      title="Discard email"
      verb="Discard"
      description="It leaves the review, and nothing is written to a case. You can find the email under Done and return it to the review."
      danger
      action={discardMailAction}
      input={{ id }}
      onClose={onClose}
    />
  );
}

/** MAIL-5 · Returns a discarded email to the review. */
export function ReturnMailDialog({ id, onClose }: ReviewDialogProps) {
  return (
    <ActionDialog
      title="Back to review"
      verb="Back to review"
      description="The email waits for review again. You can file it to a case or open a new one."
      action={returnMailAction}
      input={{ id }}
      onClose={onClose}
    />
  );
}

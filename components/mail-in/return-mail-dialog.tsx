'use client';

import { ConfirmDialog } from '#components/actions/confirm-dialog.tsx';
import { returnMailAction } from '#lib/mail-in/actions.ts';
import type { ReviewDialogProps } from './review-actions.tsx';

/** MAIL-5 · Returns a discarded email to the review. */
export function ReturnMailDialog({ id, onClose }: ReviewDialogProps) {
  return (
    <ConfirmDialog
      title="Back to review"
      verb="Back to review"
      description="The email waits for review again. You can file it to a case or open a new one."
      action={returnMailAction}
      input={{ id }}
      onClose={onClose}
    />
  );
}

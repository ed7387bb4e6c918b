'use client';

import { DialogForm } from '#components/actions/dialog-form.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { discardMailAction } from '#lib/mail-in/actions.ts';
import type { ReviewDialogProps } from './review-actions.tsx';

/** MAIL-5 · Asks once. What is discarded is found under *Done*, and can be taken back. */
export function DiscardMailDialog({ id, onClose }: ReviewDialogProps) {
  const { run, pending, refused } = useAction(discardMailAction, { onDone: onClose });
  return (
    <DialogForm
      title="Discard email"
      verb="Discard"
      description="It leaves the review and nothing is written to a case. The email stays under Done, from where it can be taken back."
      onClose={onClose}
      refused={refused}
      pending={pending}
      danger
      onSubmit={() => run({ id })}
    />
  );
}

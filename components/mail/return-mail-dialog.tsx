'use client';

import { DialogForm } from '#components/actions/dialog-form.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { returnMailAction } from '#lib/mail-in/actions.ts';
import type { ReviewDialogProps } from './review-actions.tsx';

/** MAIL-5 · Takes a discarded email back. */
export function ReturnMailDialog({ id, onClose }: ReviewDialogProps) {
  const { run, pending, refused } = useAction(returnMailAction, { onDone: onClose });
  return (
    <DialogForm
      title="Back to review"
      verb="Back to review"
      description="The email waits again, and can be filed to a case or open one."
      onClose={onClose}
      refused={refused}
      pending={pending}
      onSubmit={() => run({ id })}
    />
  );
}

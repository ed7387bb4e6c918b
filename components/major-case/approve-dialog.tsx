'use client';

import { useRouter } from 'next/navigation';
import { DialogForm } from '#components/actions/dialog-form.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { approveCandidateAction } from '#lib/major-case/actions.ts';
import type { MajorCaseDialogProps } from './major-case-dialog.tsx';

/** MAJ-2 · Says what becomes of the candidate, and asks once. */
export function ApproveDialog({ action, number, hasCustomer, onClose }: MajorCaseDialogProps) {
  const router = useRouter();
  const { run, pending, refused } = useAction(approveCandidateAction, {
    once: `approve candidate ${number}`,
    // The major case is what a manager works on from here.
    onDone: (approved) => {
      onClose();
      if (approved) router.push(approved.href);
    },
  });
  return (
    <DialogForm
      title={action.label}
      verb="Approve"
      onClose={onClose}
      refused={refused}
      pending={pending}
      onSubmit={() => run({ number })}
    >
      <p>
        {hasCustomer
          ? `A major case is made with what ${number} says and its related records, and ${number} becomes its first child case. Nothing is sent to the customer.`
          : `${number} becomes a major case. Cases of customers can be added to it as child cases.`}
      </p>
    </DialogForm>
  );
}

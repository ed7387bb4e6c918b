'use client';

import { useRouter } from 'next/navigation';
import { ActionDialog } from '#components/actions/action-dialog.tsx';
import { approveCandidateAction } from '#lib/major-case/actions.ts';
import type { MajorCaseDialogProps } from './major-case-dialog.tsx';

/** MAJ-2 · Says what approval does to the candidate, and asks for confirmation. */
export function ApproveDialog({ action, number, hasCustomer, onClose }: MajorCaseDialogProps) {
  const router = useRouter();
  return (
    <ActionDialog
      title={action.label}
      verb="Approve"
      action={approveCandidateAction}
      input={{ number }}
      once={`approve candidate ${number}`}
      // From here on the manager works on the major case.
      onDone={(approved) => approved && router.push(approved.href)}
      onClose={onClose}
    >
      <p>
        {hasCustomer
          ? `This creates a major case with the details and related records of ${number}, and ${number} becomes its first child case. Nothing is sent to the customer.`
          : `${number} becomes a major case. Customers' cases can be added to it as child cases.`}
      </p>
    </ActionDialog>
  );
}

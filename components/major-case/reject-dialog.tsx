'use client';

import { TextDialog } from '#components/actions/text-dialog.tsx';
import { rejectCandidateAction } from '#lib/major-case/actions.ts';
import type { MajorCaseDialogProps } from './major-case-dialog.tsx';

/** MAJ-3 · Asks for the reason. */
export function RejectDialog({ action, number, onClose }: MajorCaseDialogProps) {
  return (
    <TextDialog
      title={action.label}
      verb="Reject"
      description={`${number} stays a case like any other. The reason becomes a work note.`}
      text={{ name: 'reason', draftName: `reject candidate ${number}`, label: 'Reason', required: true }}
      action={rejectCandidateAction}
      inputOf={(reason) => ({ number, reason })}
      onClose={onClose}
    />
  );
}

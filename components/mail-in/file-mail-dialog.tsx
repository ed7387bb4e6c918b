'use client';

import { useState } from 'react';
import { ActionDialog } from '#components/actions/action-dialog.tsx';
import { RecordPicker } from '#components/related/record-picker.tsx';
import { fileMailAction } from '#lib/mail-in/actions.ts';
import type { ReviewDialogProps } from './review-actions.tsx';

/** MAIL-5 · Files an email to a case. */
export function FileMailDialog({ id, number, customer, onClose }: ReviewDialogProps) {
  const [chosen, setChosen] = useState(number ?? '');
  return (
    <ActionDialog
      size="l"
      title="File to case"
      verb="File"
      description={
        customer
          ? `It becomes a comment by ${customer} if ${customer} can comment on the case, otherwise a work note.`
          : 'The sender is not a customer, so it becomes a work note, which customers do not see.'
      }
      onClose={onClose}
      disabled={chosen === ''}
      action={fileMailAction}
      input={{ id, number: chosen }}
    >
      {number && chosen === number && <p className="pb-2 text-sm">{`Chosen: ${number}, which it seems to answer.`}</p>}
      <RecordPicker label="Open cases" source="/api/cases-to-file" chosen={chosen} onChoose={setChosen} />
    </ActionDialog>
  );
}

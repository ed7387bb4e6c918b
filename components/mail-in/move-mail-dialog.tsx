'use client';

import { useState } from 'react';
import { ActionDialog } from '#components/actions/action-dialog.tsx';
import { RecordPicker } from '#components/related/record-picker.tsx';
import { moveMailAction } from '#lib/mail-in/actions.ts';
import type { ReviewDialogProps } from './review-actions.tsx';

/** MAIL-5 · Moves an email to another case, and says what stays in the first. */
export function MoveMailDialog({ id, filedTo, onClose }: ReviewDialogProps) {
  const [chosen, setChosen] = useState('');
  return (
    <ActionDialog
      size="l"
      title="Move to another case"
      verb="Move"
      description={`The email is filed to the case that you choose. ${filedTo} keeps what the email wrote there, and emails already sent about it are not recalled. Unless that case is closed, a work note there says where the email belongs.`}
      onClose={onClose}
      disabled={chosen === ''}
      action={moveMailAction}
      input={{ id, number: chosen }}
    >
      <RecordPicker label="Open cases" source={`/api/cases-to-file?moves=${id}`} chosen={chosen} onChoose={setChosen} />
    </ActionDialog>
  );
}

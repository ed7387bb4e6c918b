'use client';

import { useState } from 'react';
import { DialogForm } from '#components/actions/dialog-form.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { useWouldUpdate } from '#components/task/use-would-update.ts';
import { associateAction } from '#lib/related/actions.ts';
import { recordsOf } from '#lib/related/link.ts';
import { linkPromise, nothingPast } from '#lib/related/rules/link-promise.ts';
import { RecordPicker } from './record-picker.tsx';
import type { RelatedDialogProps } from './related-dialog.tsx';

/** REL-10 · Chooses an open record for the case. */
export function AssociateDialog({ action: { link, label }, caseNumber, updates, onClose }: RelatedDialogProps) {
  const [number, setNumber] = useState('');
  const { message, shown } = useWouldUpdate(number ? { what: 'associate', caseNumber, link, number } : null);
  const { run, pending, refused } = useAction(associateAction, { onDone: onClose });
  return (
    <DialogForm
      size="l"
      title={label}
      verb="Associate"
      description={`${linkPromise(updates)} ${nothingPast} ${message}`}
      onClose={onClose}
      refused={refused}
      pending={pending}
      disabled={number === ''}
      onSubmit={() => run({ caseNumber, link, number }, shown)}
    >
      <RecordPicker
        label={`Open ${recordsOf(link)}`}
        source={`/api/linkable?choose=record&link=${link}&case=${caseNumber}`}
        chosen={number}
        onChoose={setNumber}
      />
    </DialogForm>
  );
}

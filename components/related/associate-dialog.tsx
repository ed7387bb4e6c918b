'use client';

import { useState } from 'react';
import { DialogForm } from '#components/actions/dialog-form.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { useWouldUpdate } from '#components/record/use-would-update.ts';
import { recordsOf } from '#lib/record/link.ts';
import { associateAction } from '#lib/related/actions.ts';
import { linkUpdatesText, pastIsNotCopied } from '#lib/related/rules/link-updates-text.ts';
import { relating } from '#lib/related/source-ref.ts';
import { RecordPicker } from './record-picker.tsx';
import type { RelatedDialogProps } from './related-dialog.tsx';

/** REL-10 · Links a chosen open record to the case or incident. */
export function AssociateDialog({ action: { link, label }, source, updates, onClose }: RelatedDialogProps) {
  const [number, setNumber] = useState('');
  const relate = relating(source, link, number);
  // A link from an incident does not update cases.
  const told = number !== '' && relate.from !== 'incident';
  const { message, shown } = useWouldUpdate(told ? { what: 'associate', ...relate } : null);
  const { run, pending, refused } = useAction(associateAction, { onDone: onClose });
  return (
    <DialogForm
      size="l"
      title={label}
      verb="Associate"
      description={`${linkUpdatesText(updates)} ${pastIsNotCopied} ${message}`}
      onClose={onClose}
      refused={refused}
      pending={pending}
      disabled={number === ''}
      onSubmit={() => run(relate, shown)}
    >
      <RecordPicker
        label={`Open ${recordsOf(link)}`}
        source={`/api/linkable?choose=record&link=${link}&${source.kind}=${source.number}`}
        chosen={number}
        onChoose={setNumber}
      />
    </DialogForm>
  );
}

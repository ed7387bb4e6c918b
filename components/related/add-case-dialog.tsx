'use client';

import { useState } from 'react';
import { ActionDialog } from '#components/actions/action-dialog.tsx';
import type { LinkName } from '#lib/record/link.ts';
import { associateAction } from '#lib/related/actions.ts';
import { linkUpdatesText, pastIsNotCopied } from '#lib/related/rules/link-updates-text.ts';
import type { LinkUpdates } from '#lib/sync/link-updates.ts';
import { RecordPicker } from './record-picker.tsx';

interface AddCaseDialogProps {
  link: LinkName;
  number: string;
  updates: LinkUpdates;
  onClose: () => void;
}

/** REL-14 · Links a chosen open case to the record. */
export function AddCaseDialog({ link, number, updates, onClose }: AddCaseDialogProps) {
  const [caseNumber, setCaseNumber] = useState('');
  return (
    <ActionDialog
      size="l"
      title="Add Case"
      verb="Add case"
      description={`${linkUpdatesText(updates, number)} ${pastIsNotCopied}`}
      onClose={onClose}
      disabled={caseNumber === ''}
      action={associateAction}
      input={{ caseNumber, link, number }}
    >
      <RecordPicker
        label="Open cases without one"
        source={`/api/linkable?choose=case&link=${link}`}
        chosen={caseNumber}
        onChoose={setCaseNumber}
      />
    </ActionDialog>
  );
}

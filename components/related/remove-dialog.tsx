'use client';

import { ConfirmDialog } from '#components/actions/confirm-dialog.tsx';
import { useWouldUpdate } from '#components/task/use-would-update.ts';
import { removeAction } from '#lib/related/actions.ts';
import type { LinkName } from '#lib/related/link.ts';
import { removalPromise } from '#lib/related/rules/link-promise.ts';
import type { LinkUpdates } from '#lib/sync/link-updates.ts';

interface RemoveDialogProps {
  title: string;
  link: LinkName;
  caseNumber: string;
  number: string;
  updates: LinkUpdates;
  /** The case has the record in another field too. */
  stays: boolean;
  onClose: () => void;
}

/** REL-12, REL-15 · Asks before a record is removed from a case, and says what ends with it. */
export function RemoveDialog({ title, link, caseNumber, number, updates, stays, onClose }: RemoveDialogProps) {
  const { message, shown } = useWouldUpdate({ what: 'remove', caseNumber, link, number });
  return (
    <ConfirmDialog
      title={title}
      verb="Remove"
      description={message}
      danger
      action={removeAction}
      input={{ caseNumber, link, number }}
      shown={shown}
      onClose={onClose}
    >
      <p>
        Remove <span className="record-number">{number}</span> from <span className="record-number">{caseNumber}</span>?{' '}
        {removalPromise(updates, number, stays)}
      </p>
    </ConfirmDialog>
  );
}

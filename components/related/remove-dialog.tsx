'use client';

import { ActionDialog } from '#components/actions/action-dialog.tsx';
import { useWouldUpdate } from '#components/record/use-would-update.ts';
import type { LinkName } from '#lib/record/link.ts';
import { removeAction } from '#lib/related/actions.ts';
import { removalUpdatesText } from '#lib/related/rules/link-updates-text.ts';
import { relating, type SourceRef } from '#lib/related/source-ref.ts';
import type { LinkUpdates } from '#lib/sync/link-updates.ts';

interface RemoveDialogProps {
  title: string;
  link: LinkName;
  source: SourceRef;
  number: string;
  updates: LinkUpdates;
  /** The same record is also in another field of the source. */
  stays: boolean;
  onClose: () => void;
}

/** REL-12, REL-15 · Asks before a record is unlinked from a case or incident, and says what ends with it. */
export function RemoveDialog({ title, link, source, number, updates, stays, onClose }: RemoveDialogProps) {
  const relate = relating(source, link, number);
  const { message, shown } = useWouldUpdate(relate.from !== 'incident' ? { what: 'remove', ...relate } : null);
  return (
    <ActionDialog
      title={title}
      verb="Remove"
      description={message}
      danger
      action={removeAction}
      input={relate}
      shown={shown}
      onClose={onClose}
    >
      <p>
        Remove <span className="record-number">{number}</span> from{' '}
        <span className="record-number">{source.number}</span>? {removalUpdatesText(updates, number, stays)}
      </p>
    </ActionDialog>
  );
}

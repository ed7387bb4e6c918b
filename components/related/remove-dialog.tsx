'use client';

import { DialogForm } from '#components/actions/dialog-form.tsx';
import { useAction } from '#components/actions/use-action.ts';
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

/** REL-12, REL-15 · Asks before a record is taken off a case, and says what ends with it. */
export function RemoveDialog({ title, link, caseNumber, number, updates, stays, onClose }: RemoveDialogProps) {
  const { message, shown } = useWouldUpdate({ what: 'remove', caseNumber, link, number });
  const { run, pending, refused } = useAction(removeAction, { onDone: onClose });
  return (
    <DialogForm
      title={title}
      verb="Remove"
      description={message}
      onClose={onClose}
      refused={refused}
      pending={pending}
      danger
      onSubmit={() => run({ caseNumber, link, number }, shown)}
    >
      <p>
        Take <span className="record-number">{number}</span> off <span className="record-number">{caseNumber}</span>?{' '}
        {removalPromise(updates, number, stays)}
      </p>
    </DialogForm>
  );
}

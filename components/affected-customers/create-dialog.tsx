'use client';

import { TextDialog } from '#components/actions/text-dialog.tsx';
import { createChildCasesAction } from '#lib/affected-customers/actions.ts';
import { toMakeMessage } from '#lib/affected-customers/rules/messages.ts';
import type { ListDialogProps } from './list-tools.tsx';

/** MAJ-5 · Says how many cases will be created and how the list changes, and asks for the comment. */
export function CreateDialog({ list: { number, of, counts, fixed }, onClose }: ListDialogProps) {
  const draftName = `create child cases ${number} ${of}`;
  const toMake = counts.waiting - counts.have - counts.inactive;
  const contact =
    of === 'accounts' ? ' The primary contact of each account becomes the contact and is put on the watch list.' : '';
  return (
    <TextDialog
      title="Create Child Cases"
      verb={`Create ${toMake.toLocaleString('en')} child ${toMake === 1 ? 'case' : 'cases'}`}
      description={`${toMakeMessage(counts, { number, of })}${contact}`}
      text={{
        name: 'comment',
        draftName,
        label: 'Additional comments (customer visible)',
        required: true,
        hint: 'Written to the new cases only. Customers with Active Communication get it by email.',
        rows: 6,
      }}
      action={createChildCasesAction}
      inputOf={(comment) => ({ number, of, comment })}
      once={draftName}
      onClose={onClose}
    >
      {!fixed && <p className="mt-3 text-ink-muted">After that, the list can only be extended.</p>}
    </TextDialog>
  );
}

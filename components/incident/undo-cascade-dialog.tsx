'use client';

import { ActionDialog } from '#components/actions/action-dialog.tsx';
import { undoCascadeAction } from '#lib/cascade/actions.ts';
import type { Undoable } from '#lib/cascade/rules/undo-messages.ts';
import { undoMessages } from '#lib/cascade/rules/undo-messages.ts';

interface UndoCascadeDialogProps {
  number: string;
  causeId: string;
  undoable: Undoable;
  onClose: () => void;
}

/** SYNC-7 · Says what is reverted, what stays and which emails were sent, and asks for confirmation. */
export function UndoCascadeDialog({ number, causeId, undoable, onClose }: UndoCascadeDialogProps) {
  return (
    <ActionDialog
      title="Undo the resolution of cases"
      verb="Undo"
      disabled={undoable.changed === undoable.cases}
      action={undoCascadeAction}
      input={{ number, causeId }}
      onClose={onClose}
    >
      <ul className="list-disc space-y-1 ps-5">
        {undoMessages(number, undoable).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </ActionDialog>
  );
}

'use client';

import { DialogForm } from '#components/actions/dialog-form.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { undoCascadeAction } from '#lib/cascade/actions.ts';
import type { Undoable } from '#lib/cascade/rules/foretell.ts';
import { foretold } from '#lib/cascade/rules/foretell.ts';

interface UndoCascadeDialogProps {
  number: string;
  causeId: string;
  undoable: Undoable;
  onClose: () => void;
}

/** SYNC-7 · Says what goes back, what stays and which emails have left, and asks once. */
export function UndoCascadeDialog({ number, causeId, undoable, onClose }: UndoCascadeDialogProps) {
  const { run, pending, refused } = useAction(undoCascadeAction, { onDone: onClose });
  return (
    <DialogForm
      title="Undo the resolution of cases"
      verb="Undo"
      onClose={onClose}
      refused={refused}
      pending={pending}
      disabled={undoable.changed === undoable.cases}
      onSubmit={() => run({ number, causeId })}
    >
      <ul className="list-disc space-y-1 ps-5">
        {foretold(number, undoable).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </DialogForm>
  );
}

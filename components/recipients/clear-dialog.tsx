'use client';

import { DialogForm } from '#components/actions/dialog-form.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { clearListAction } from '#lib/recipients/actions.ts';
import { counted } from '#lib/recipients/customer-sort.ts';
import type { ListDialogProps } from './list-tools.tsx';

/** MAJ-5 · Says what is lost, and asks once. */
export function ClearDialog({ list: { number, of, counts }, onClose }: ListDialogProps) {
  const { run, pending, refused } = useAction(clearListAction, { onDone: onClose });
  return (
    <DialogForm
      title="Clear list"
      verb="Clear list"
      danger
      onClose={onClose}
      refused={refused}
      pending={pending}
      onSubmit={() => run({ number, of })}
    >
      <p>{`${counted(counts.all, of)} and the condition are removed from the list. No case is touched.`}</p>
    </DialogForm>
  );
}

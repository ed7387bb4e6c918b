'use client';

import { ActionDialog } from '#components/actions/action-dialog.tsx';
import { clearListAction } from '#lib/affected-customers/actions.ts';
import { counted } from '#lib/affected-customers/customer-sort.ts';
import type { ListDialogProps } from './list-tools.tsx';

/** MAJ-5 · Says what is lost, and asks for confirmation. */
export function ClearDialog({ list: { number, of, counts }, onClose }: ListDialogProps) {
  return (
    <ActionDialog
      title="Clear list"
      verb="Clear list"
      danger
      action={clearListAction}
      input={{ number, of }}
      onClose={onClose}
    >
      <p>{`${counted(counts.all, of)} and the condition are removed from the list. No case is changed.`}</p>
    </ActionDialog>
  );
}

'use client';

import type { Action } from '#lib/door/action.ts';
import type { Shown } from '#lib/platform/confirmation.ts';
import { DialogForm, type DialogFormProps } from './dialog-form.tsx';
import { useAction } from './use-action.ts';

type Asks = Pick<
  DialogFormProps,
  'title' | 'verb' | 'cancelLabel' | 'description' | 'size' | 'danger' | 'disabled' | 'onClose' | 'children'
>;

export interface ConfirmDialogProps<Input, T> extends Asks {
  action: Action<Input, T>;
  input: Input | FormData;
  /** SYNC-MAJ-1 · The figures shown in the dialog. */
  shown?: Shown | undefined;
  /** REC-5 · The name of an action that creates something. */
  once?: string;
  onDone?: (data: T | undefined) => void;
}

/** Asks once, sends, and closes after a success. */
export function ConfirmDialog<Input, T>({
  action,
  input,
  shown,
  once,
  onDone,
  ...dialog
}: ConfirmDialogProps<Input, T>) {
  const { run, pending, refused } = useAction(action, {
    ...(once === undefined ? {} : { once }),
    onDone: (data) => {
      dialog.onClose();
      onDone?.(data);
    },
  });
  return <DialogForm {...dialog} refused={refused} pending={pending} onSubmit={() => run(input, shown)} />;
}

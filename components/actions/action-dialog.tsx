'use client';

import type { ReactNode } from 'react';
import type { Action } from '#lib/door/action.ts';
import type { Shown } from '#lib/platform/confirmation.ts';
import { DialogForm, type DialogFormProps } from './dialog-form.tsx';
import type { TypedFields } from './typed-fields.ts';
import { useAction } from './use-action.ts';

type Asks = Pick<
  DialogFormProps,
  'title' | 'verb' | 'cancelLabel' | 'description' | 'size' | 'danger' | 'disabled' | 'onClose'
>;

export interface ActionDialogProps<Input, T> extends Asks {
  action: Action<Input, T>;
  /** Null: there is nothing to send yet. */
  input: Input | FormData | null;
  /** SYNC-MAJ-1 · The figures shown in the dialog. */
  shown?: Shown | undefined;
  /** REC-5 · The name of an action that creates something. */
  once?: string | undefined;
  /** Discards the draft: after a success and with *Cancel*. Closing the dialog in another way keeps it. */
  onDiscard?: () => void;
  onDone?: ((data: T | undefined) => void) | undefined;
  children?: ReactNode | ((errors: TypedFields['errors']) => ReactNode);
}

/** Asks, sends, and closes after a success. */
export function ActionDialog<Input, T>({
  action,
  input,
  shown,
  once,
  onDiscard,
  onDone,
  children,
  ...dialog
}: ActionDialogProps<Input, T>) {
  const { run, pending, refused, errors } = useAction(action, {
    ...(once === undefined ? {} : { once }),
    onDone: (data) => {
      onDiscard?.();
      dialog.onClose();
      onDone?.(data);
    },
  });
  return (
    <DialogForm
      {...dialog}
      refused={refused}
      pending={pending}
      onSubmit={() => input && run(input, shown)}
      onCancel={onDiscard}
    >
      {typeof children === 'function' ? children(errors) : children}
    </DialogForm>
  );
}

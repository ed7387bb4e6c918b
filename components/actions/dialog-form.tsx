'use client';

import type { ReactNode } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog, DialogActions, DialogCancel } from '#components/ui/dialog.tsx';
import type { Refused } from './call-action.ts';
import { RefusalBanner } from './refusal-banner.tsx';

export interface DialogFormProps {
  title: string;
  description?: ReactNode;
  size?: 's' | 'm' | 'l';
  /** Label of the submit button: the action's verb. */
  verb: string;
  /** Label of the cancel button, if *Cancel* could be mistaken for the action. */
  cancelLabel?: string | undefined;
  onClose: () => void;
  refused: Refused | null;
  pending: boolean;
  danger?: boolean;
  disabled?: boolean;
  onSubmit: () => void;
  /** Sends the input again if the refusal only asks for confirmation. */
  onConfirm?: () => void;
  /** Discards the draft. Closing the dialog in another way keeps it. */
  onCancel?: (() => void) | undefined;
  children?: ReactNode;
}

/** A dialog with a form, a button that names the action, and *Cancel*. */
export function DialogForm({
  verb,
  cancelLabel,
  refused,
  pending,
  danger,
  disabled,
  onSubmit,
  onConfirm,
  onCancel,
  onClose,
  children,
  ...dialog
}: DialogFormProps) {
  return (
    <Dialog {...dialog} open onOpenChange={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          // React events bubble to forms around the dialog, although the DOM has it elsewhere.
          event.stopPropagation();
          onSubmit();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
        }}
      >
        <RefusalBanner refused={refused} onConfirm={onConfirm} />
        {children}
        <DialogActions>
          <DialogCancel onCancel={onCancel}>{cancelLabel}</DialogCancel>
          <Button
            type="submit"
            variant={danger ? 'danger' : 'primary'}
            disabled={disabled}
            aria-busy={pending || undefined}
          >
            {verb}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

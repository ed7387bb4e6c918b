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
  /** What its button says: what it does. */
  verb: string;
  /** What the way out says where *Cancel* could be taken for the action. */
  keep?: string | undefined;
  onClose: () => void;
  refused: Refused | null;
  pending: boolean;
  danger?: boolean;
  disabled?: boolean;
  onSubmit: () => void;
  /** Sends it again where the refusal only asks whether one is sure. */
  onConfirm?: () => void;
  /** Forgets what was typed; a dialog that is closed in another way keeps it. */
  onCancel?: (() => void) | undefined;
  children?: ReactNode;
}

/** A dialog that asks for something: with a button that says what it does, and *Cancel*. */
export function DialogForm({
  verb,
  keep,
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
          // A dialog stands within other forms where React is asked, though not in the page.
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
          <DialogCancel onCancel={onCancel}>{keep}</DialogCancel>
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

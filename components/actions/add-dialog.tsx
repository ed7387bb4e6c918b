'use client';

import { useState } from 'react';
import { Button, type ButtonProps } from '#components/ui/button.tsx';
import { Dialog, type DialogProps } from '#components/ui/dialog.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { DraftForm, type DraftFormProps } from './draft-form.tsx';

interface AddDialogProps extends Omit<DraftFormProps, 'onDone'> {
  title: string;
  button?: Pick<ButtonProps, 'variant' | 'size'>;
  size?: DialogProps['size'];
}

/** A button that opens a dialog with the form of a new row. */
export function AddDialog({ title, button, size, ...form }: AddDialogProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button {...button} icon={<Icon name="plus" />} onClick={() => setOpen(true)}>
        {title}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={title} size={size}>
        <DraftForm {...form} isOnce className="grid gap-4" onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

'use client';

import { type ReactNode, useState } from 'react';
import { Button, type ButtonProps } from '#components/ui/button.tsx';
import { Dialog, DialogActions, DialogCancel, type DialogProps } from '#components/ui/dialog.tsx';
import { useFormDraft } from '#components/ui/drafts/use-form-draft.ts';
import { Icon } from '#components/ui/icon.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import type { Action } from '#lib/door/action.ts';
import { RefusalBanner } from './refusal-banner.tsx';
import { useAction } from './use-action.ts';

interface AddFormProps<Input, T> {
  action: Action<Input, T>;
  /** The browser stores the draft under this name, and repeated calls count as one (REC-5). */
  name: string;
  /** Sent along with the form's fields. */
  hidden: Readonly<Record<string, string>>;
  verb: 'Add' | 'Save';
  children: (form: Pick<ReturnType<typeof useAction>, 'errors' | 'typedOr' | 'typedAll'>) => ReactNode;
}

interface AddDialogProps<Input, T> extends AddFormProps<Input, T> {
  title: string;
  button?: Pick<ButtonProps, 'variant' | 'size'>;
  size?: DialogProps['size'];
}

/** A button that opens a dialog with the form of a new row. */
export function AddDialog<Input, T>({ title, button, size, ...form }: AddDialogProps<Input, T>) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button {...button} icon={<Icon name="plus" />} onClick={() => setOpen(true)}>
        {title}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={title} size={size}>
        <AddForm {...form} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function AddForm<Input, T>({
  action,
  name,
  hidden,
  verb,
  children,
  onDone,
}: AddFormProps<Input, T> & { onDone: () => void }) {
  const formDraft = useFormDraft(name);
  const { submit, refused, ...form } = useAction(action, { onDone, formDraft, once: formDraft.name });
  return (
    <form key={formDraft.key} action={submit} onInput={formDraft.save} noValidate className="grid gap-4">
      <RefusalBanner refused={refused} />
      {Object.entries(hidden).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      {children(form)}
      <DialogActions>
        <DialogCancel onCancel={formDraft.discard} />
        <SubmitButton>{verb}</SubmitButton>
      </DialogActions>
    </form>
  );
}

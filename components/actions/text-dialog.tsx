'use client';

import { useDraftText } from '#components/ui/drafts/use-draft-text.ts';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import type { ConfirmDialogProps } from './confirm-dialog.tsx';
import { DialogForm } from './dialog-form.tsx';
import { useAction } from './use-action.ts';

interface TextDialogProps<Input, T> extends Omit<ConfirmDialogProps<Input, T>, 'input' | 'shown' | 'onDone'> {
  inputOf: (text: string) => Input;
  text: {
    /** The field's name in refusals. */
    name: string;
    /** The browser stores the draft under this name. */
    draftName: string;
    label: string;
    required?: boolean;
    hint?: string;
    rows?: number;
    maxLength?: number;
  };
}

/** Asks for one text, such as a reason, and sends it. The browser keeps the text until it is sent or canceled. */
export function TextDialog<Input, T>({
  action,
  inputOf,
  once,
  text: { name, draftName, label, required, hint, ...area },
  children,
  ...dialog
}: TextDialogProps<Input, T>) {
  const [text, setText] = useDraftText(draftName);
  const discard = () => setText('');
  const { run, pending, refused, errors } = useAction(action, {
    ...(once === undefined ? {} : { once }),
    onDone: () => {
      discard();
      dialog.onClose();
    },
  });
  return (
    <DialogForm {...dialog} refused={refused} pending={pending} onSubmit={() => run(inputOf(text))} onCancel={discard}>
      <Field label={label} {...(required && { required })} error={errors[name] ?? []} hint={hint}>
        {(control) => <TextArea {...control} {...area} value={text} onChange={({ target }) => setText(target.value)} />}
      </Field>
      {children}
    </DialogForm>
  );
}

'use client';

import type { ReactNode } from 'react';
import { useDraftText } from '#components/ui/drafts/use-draft-text.ts';
import { TextAreaField } from '#components/ui/text-field.tsx';
import { ActionDialog, type ActionDialogProps } from './action-dialog.tsx';

interface TextDialogProps<Input, T>
  extends Omit<ActionDialogProps<Input, T>, 'input' | 'shown' | 'onDiscard' | 'onDone' | 'children'> {
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
  children?: ReactNode;
}

/** Asks for one text, such as a reason, and sends it. The browser keeps the text until it is sent or canceled. */
export function TextDialog<Input, T>({
  inputOf,
  text: { name, draftName, ...field },
  children,
  ...dialog
}: TextDialogProps<Input, T>) {
  const [text, setText] = useDraftText(draftName);
  return (
    <ActionDialog {...dialog} input={inputOf(text)} onDiscard={() => setText('')}>
      {(errors) => (
        <>
          <TextAreaField
            {...field}
            error={errors[name]}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
          {children}
        </>
      )}
    </ActionDialog>
  );
}

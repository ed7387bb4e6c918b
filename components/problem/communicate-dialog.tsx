'use client';

import { use } from 'react';
import { DialogForm } from '#components/actions/dialog-form.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { communicateAction } from '#lib/problem/actions.ts';
import { counted } from '#lib/record/counted.ts';
import type { Message } from './communicate.tsx';

/** PRB-2 · Shows the text and the number of affected records; asks for confirmation before sending the same text again. */
export function CommunicateDialog({
  number,
  message,
  onClose,
}: {
  number: string;
  message: Message;
  onClose: () => void;
}) {
  const { what, label, text } = message;
  const affected = use(message.affected);
  const { run, pending, refused } = useAction(communicateAction, { onDone: onClose });
  return (
    <DialogForm
      title={label}
      verb={label}
      description={`It is posted to ${counted('case', affected.cases)} and ${counted('incident', affected.incidents)}, in their work notes. Nothing is sent to the customer.`}
      onClose={onClose}
      refused={refused}
      pending={pending}
      disabled={text.trim() === ''}
      onSubmit={() => run({ number, what, confirmed: false })}
      onConfirm={() => run({ number, what, confirmed: true })}
    >
      {text.trim() ? (
        <p className="rounded-md bg-sunken p-3 whitespace-pre-wrap wrap-anywhere">{text}</p>
      ) : (
        <p className="text-ink-muted">There is no text yet: write and save it in the details first.</p>
      )}
    </DialogForm>
  );
}

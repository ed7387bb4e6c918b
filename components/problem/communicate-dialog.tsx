'use client';

import { DialogForm } from '#components/actions/dialog-form.tsx';
import { useSend } from '#components/actions/use-send.ts';
import { communicateAction } from '#lib/problem/actions.ts';
import { counted } from '#lib/task/counted.ts';
import type { Message } from './communicate.tsx';

/** PRB-2 · Shows the text and how many it reaches, and asks before the same text goes out again. */
export function CommunicateDialog({
  number,
  message,
  onClose,
}: {
  number: string;
  message: Message;
  onClose: () => void;
}) {
  const { what, label, text, reach } = message;
  const { send, pending, refused } = useSend();
  const communicate = (confirmed: boolean) => send(() => communicateAction({ number, what, confirmed }), onClose);
  return (
    <DialogForm
      title={label}
      description={`It reaches ${counted('case', reach.cases)} and ${counted('incident', reach.incidents)}, in their work notes. Nothing is sent to the customer.`}
      onClose={onClose}
      refused={refused}
      pending={pending}
      onSubmit={() => communicate(false)}
      onConfirm={() => communicate(true)}
    >
      {text.trim() ? (
        <p className="rounded-md bg-sunken p-3 whitespace-pre-wrap wrap-anywhere">{text}</p>
      ) : (
        <p className="text-ink-muted">There is no text yet: write and save it in the details first.</p>
      )}
    </DialogForm>
  );
}

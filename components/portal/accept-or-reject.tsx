'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { useDraftText } from '#components/ui/drafts/use-draft-text.ts';
import { toast } from '#components/ui/toast.ts';
import type { Action } from '#lib/door/action.ts';
import { ReasonForm } from './reason-form.tsx';
import { Refusal } from './refusal.tsx';
import { useSending } from './use-sending.ts';

export type MailedAnswer = 'accept' | 'reject' | undefined;

interface AcceptOrRejectProps<Accept, Reject, T> {
  action: Action<Accept | (Reject & { reason: string }), T>;
  /** The name under which the call is sent once (POR-21). */
  name: string;
  /** The browser stores the reason under this name. */
  draftName: string;
  accept: Accept;
  reject: Reject;
  /** The answer that a link in an email suggests: it is offered, not executed. */
  mailed?: MailedAnswer;
  /** The subject of the buttons, if the page has several. */
  about?: string;
  words: Readonly<Record<'accept' | 'reject' | 'reason' | 'send' | 'accepted' | 'rejected' | 'lost', string>>;
}

/** CASE-3, POR-7 · Accepts a solution or an approval, or rejects it with a reason. */
export function AcceptOrReject<const Accept extends object, const Reject extends object, T>({
  action,
  name,
  draftName,
  accept,
  reject,
  mailed,
  about,
  words,
}: AcceptOrRejectProps<Accept, Reject, T>) {
  const [reason, setReason] = useDraftText(draftName);
  const [isOpen, setOpen] = useState(mailed === 'reject');
  const sending = useSending(action, {
    name,
    lost: words.lost,
    onDone: (_data, input) => {
      setReason('');
      toast({ text: input === accept ? words.accepted : words.rejected });
    },
  });
  const { pending, refused, send } = sending;
  const rejects = isOpen || reason !== '';
  const labelOf = (verb: string) => (about === undefined ? undefined : `${verb}: ${about}`);
  return (
    <div className="grid gap-3">
      <Refusal refused={refused} />
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          autoFocus={mailed === 'accept'}
          className="min-h-11 max-sm:flex-1"
          aria-label={labelOf(words.accept)}
          aria-busy={pending || undefined}
          onClick={() => send(accept)}
        >
          {words.accept}
        </Button>
        <Button
          className="min-h-11 max-sm:flex-1"
          aria-label={labelOf(words.reject)}
          aria-expanded={rejects}
          onClick={() => setOpen(true)}
        >
          {words.reject}
        </Button>
      </div>
      {rejects && (
        <ReasonForm
          words={words}
          variant="primary"
          autoFocus={isOpen}
          reason={reason}
          onReason={setReason}
          sending={sending}
          onSend={() => send({ ...reject, reason })}
        />
      )}
    </div>
  );
}

'use client';

import { clsx } from 'clsx';
import { useDraftText } from '#components/ui/drafts/use-draft-text.ts';
import type { Action } from '#lib/door/action.ts';
import { ReasonForm } from './reason-form.tsx';
import { Refusal } from './refusal.tsx';
import { useSending } from './use-sending.ts';

interface AskWithReasonProps<T> {
  action: Action<{ number: string; reason: string }, T>;
  /** The browser stores the reason under this name, and the call is sent once (POR-21). */
  name: string;
  number: string;
  words: { title: string; text?: string; reason: string; hint: string; send: string; lost: string };
  className?: string;
}

/** POR-11, POR-16 · Requests a visit or closes a case: a collapsed form with a reason. */
export function AskWithReason<T>({ action, name, number, words, className }: AskWithReasonProps<T>) {
  const [reason, setReason] = useDraftText(name);
  const sending = useSending(action, { name, lost: words.lost, onDone: () => setReason('') });
  return (
    <details className={clsx('px-4 py-2', className)}>
      <summary className="min-h-10 cursor-pointer content-center font-medium">{words.title}</summary>
      <div className="pt-2 pb-2">
        <ReasonForm
          words={words}
          reason={reason}
          onReason={setReason}
          sending={sending}
          onSend={() => sending.send({ number, reason })}
        >
          {words.text && <p className="text-sm text-ink-muted">{words.text}</p>}
          <Refusal refused={sending.refused} />
        </ReasonForm>
      </div>
    </details>
  );
}

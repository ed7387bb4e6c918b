'use client';

import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { RefusalBanner } from '#components/actions/refusal-banner.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Button } from '#components/ui/button.tsx';
import { useDraftText } from '#components/ui/drafts/use-draft-text.ts';
import { TextArea } from '#components/ui/text-area.tsx';
import { audienceOfMany } from '#lib/list/rules/audience-of-many.ts';
import { answerRepliesAction } from '#lib/replies/actions.ts';
import type { Reply } from '#lib/replies/reply.ts';
import type { RepliesSource } from './use-replies.ts';

interface AnswerBoxProps {
  source: RepliesSource;
  /** The case whose row shows the box; the draft is stored under it. */
  at: string;
  /** The replies to answer. */
  replies: readonly Reply[];
  /** Called with the numbers of the cases that have the answer or will get it. */
  onSent: (caseNumbers: readonly string[]) => void;
  onClose: () => void;
}

/** Number of sentences shown before the rest is counted. */
const SAID = 5;

/** NOT-8 · Who will read the answer, worded as in the cases' composers. */
function audienceOf(replies: readonly Reply[]): string {
  const each = new Map(replies.map(({ caseNumber: number, audience }) => [number, { number, audience }]));
  const sentences = audienceOfMany([...each.values()]);
  const more = sentences.length - SAID;
  return [...sentences.slice(0, SAID), ...(more > 0 ? [`And ${more} more.`] : [])].join(' ');
}

/** NOT-8 · Answers one reply or all selected ones. The browser stores the draft until it is sent. */
export function AnswerBox({ source: { kind, number }, at, replies, onSent, onClose }: AnswerBoxProps) {
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useDraftText(`answer in ${at}`);
  const caseNumbers = [...new Set(replies.map((reply) => reply.caseNumber))];
  const { submit, pending, refused } = useAction(answerRepliesAction, {
    once: 'answer replies',
    onDone: (data) => {
      setText('');
      onSent(caseNumbers.filter((each) => !data?.left.includes(each)));
    },
  });
  useEffect(() => box.current?.focus(), []);

  function send() {
    if (text.trim() !== '' && !pending) void submit({ kind, number, caseNumbers, text });
  }
  function handleKey(event: KeyboardEvent) {
    const sends = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (!sends && event.key !== 'Escape') return;
    event.preventDefault();
    if (sends) send();
    else onClose();
  }

  return (
    <section aria-label="Answer" className="mt-2 rounded-md border bg-surface p-2">
      <RefusalBanner refused={refused} />
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        Answer (customer visible)
      </label>
      <TextArea
        id={id}
        ref={box}
        rows={3}
        value={text}
        aria-describedby={`${id}-audience`}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={handleKey}
      />
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <p id={`${id}-audience`} className="min-w-0 flex-1 basis-60 text-sm text-ink-muted">
          {audienceOf(replies)}
        </p>
        <Button size="s" variant="quiet" onClick={onClose}>
          Close
        </Button>
        <Button
          size="s"
          variant="primary"
          disabled={text.trim() === ''}
          aria-busy={pending || undefined}
          onClick={send}
        >
          Send answer
        </Button>
      </div>
    </section>
  );
}

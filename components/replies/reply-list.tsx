'use client';

import { useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { useReader } from '#components/ui/locale-provider.tsx';
import { Selection } from '#components/ui/selection.tsx';
import { MAX_ANSWERED } from '#lib/replies/filters.ts';
import type { Reply } from '#lib/replies/reply.ts';
import { AnswerBox } from './answer-box.tsx';
import { answeredPeople } from './answered-people.ts';
import { ReplyRow } from './reply-row.tsx';
import type { RepliesSource } from './use-replies.ts';
import { useReplyKeys } from './use-reply-keys.ts';
import { useRowPress } from './use-row-press.ts';

interface ReplyListProps {
  source: RepliesSource;
  rows: readonly Reply[];
  onMark: (reply: Reply, read: boolean) => void;
  onAnswered: (caseNumbers: readonly string[]) => void;
}

/** NOT-8 · The replies, worked from top to bottom: one is current, some may be selected, one is being answered. */
export function ReplyList({ source, rows, onMark, onAnswered }: ReplyListProps) {
  const list = useRef<HTMLDivElement>(null);
  const reader = useReader();
  const [current, setCurrent] = useState<string | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [answering, setAnswering] = useState<string | null>(null);
  const selected = rows.filter(({ id }) => chosen.has(id));
  const selectable = rows.filter(({ open, answered }) => open && !answered).slice(0, MAX_ANSWERED);
  const here = rows.findIndex(({ id }) => id === current);

  function focus(reply: Reply | undefined) {
    const row = reply && list.current?.querySelector(`[data-reply="${reply.id}"]`);
    row?.querySelector<HTMLElement>('[data-answer]')?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  }
  function arriveAt(reply: Reply) {
    if (reply.id === current) return;
    setCurrent(reply.id);
    onMark(reply, true);
  }
  function select(reply: Reply | undefined) {
    if (!reply?.open || reply.answered) return;
    const others = [...chosen].filter((id) => id !== reply.id);
    setChosen(new Set(chosen.has(reply.id) ? others : [...others, reply.id]));
  }
  const move = (step: 1 | -1) => focus(here < 0 ? rows[0] : rows[Math.max(0, Math.min(here + step, rows.length - 1))]);

  function close() {
    setAnswering(null);
    focus(rows[here]);
  }
  function afterSending(caseNumbers: readonly string[]) {
    setAnswering(null);
    setChosen(new Set());
    onAnswered(caseNumbers);
    // The next waiting reply, otherwise the answered one.
    const waits = ({ answered, open, caseNumber }: Reply) => open && !answered && !caseNumbers.includes(caseNumber);
    focus(rows.slice(here + 1).find(waits) ?? rows.find(waits) ?? rows[here]);
  }

  function markUnread(reply: Reply | undefined) {
    if (!reply) return;
    onMark(reply, false);
    focus(reply);
  }

  useReplyKeys(list, { move, select: () => select(rows[here]), markUnread: () => markUnread(rows[here]) });
  useRowPress(list, (id) => focus(rows.find((each) => each.id === id)));

  return (
    <>
      <Checkbox
        label="Select all shown"
        checked={selectable.length > 0 && selectable.every(({ id }) => chosen.has(id))}
        disabled={selectable.length === 0}
        onChange={({ target }) => setChosen(new Set(target.checked ? selectable.map(({ id }) => id) : []))}
        className="px-3 text-sm text-ink-muted"
      />
      <div ref={list} className="border-t">
        {rows.map((reply) => (
          <ReplyRow
            key={reply.id}
            reply={reply}
            reader={reader}
            current={reply.id === current}
            selected={chosen.has(reply.id)}
            onCurrent={() => arriveAt(reply)}
            onSelect={() => select(reply)}
            onMove={move}
            onUnread={() => markUnread(reply)}
            onAnswer={() => setAnswering(reply.id)}
          >
            {reply.id === answering && (
              <AnswerBox
                source={source}
                at={reply.caseNumber}
                replies={rows.filter(({ id }) => id === reply.id || chosen.has(id))}
                onSent={afterSending}
                onClose={close}
              />
            )}
          </ReplyRow>
        ))}
      </div>
      {selected.length > 0 && answering === null && (
        <Selection count={selected.length} onClear={() => setChosen(new Set())}>
          <Button size="s" variant="primary" onClick={() => setAnswering(selected[0]?.id ?? null)}>
            Answer all
          </Button>
          <span className="min-w-0 truncate text-sm">To {answeredPeople(selected)}</span>
        </Selection>
      )}
    </>
  );
}

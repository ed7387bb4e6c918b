import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { RecordState } from '#components/record/record-state.tsx';
import { recordTimeline } from '#components/record-page/record-timeline.ts';
import { EntryText } from '#components/timeline/entry-text.tsx';
import { ReadEntryContext } from '#components/timeline/use-whole-text.ts';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { NumberLink } from '#components/ui/number-link.tsx';
import { type Reader, TimeAgo } from '#components/ui/time-ago.tsx';
import { pathOfNumber } from '#lib/record/kind.ts';
import type { Reply } from '#lib/replies/reply.ts';

interface ReplyRowProps {
  reply: Reply;
  reader: Reader;
  current: boolean;
  selected: boolean;
  onCurrent: () => void;
  onSelect: () => void;
  onMove: (step: 1 | -1) => void;
  onUnread: () => void;
  onAnswer: () => void;
  /** The answer box. */
  children?: ReactNode;
}

const steps: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };

/** The reply's status, in words. */
function Marks({ reply: { unread, answered, byMail, doubtful, open } }: { reply: Reply }) {
  return (
    <>
      {unread && <Badge tone="blue">Unread</Badge>}
      {answered ? (
        <Badge tone="green" icon={<Icon name="check" />}>
          Answered
        </Badge>
      ) : (
        <Badge tone={open ? 'amber' : 'muted'}>{open ? 'Unanswered' : 'Case closed'}</Badge>
      )}
      {doubtful && (
        <Badge tone="amber" icon={<Icon name="triangle-alert" />}>
          Sender not verified
        </Badge>
      )}
      {byMail && <span className="text-sm text-ink-muted">by email</span>}
    </>
  );
}

/** NOT-8 · A customer's reply and its case. The keyboard focus is on *Answer*. */
export function ReplyRow({ reply, reader, current, selected, children, ...on }: ReplyRowProps) {
  const { id, at, by, account, caseNumber, caseTitle, state, text, cut, unread, open, answered } = reply;
  const name = `Reply by ${by} in ${caseNumber}`;
  return (
    <article
      aria-label={name}
      aria-current={current || undefined}
      data-reply={id}
      className={clsx(
        'grid scroll-mt-32 grid-cols-[auto_minmax(0,1fr)] gap-x-3 border-b border-l-2 px-3 py-2.5',
        current ? 'border-l-accent bg-sunken' : 'border-l-transparent',
      )}
    >
      <input
        type="checkbox"
        aria-label={`Select reply by ${by} in ${caseNumber}`}
        className="mt-0.5 size-4"
        checked={selected}
        disabled={!open || answered}
        onFocus={on.onCurrent}
        onChange={on.onSelect}
      />
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <strong className={unread ? 'font-semibold' : 'font-medium'}>{by}</strong>
          {account && <span className="text-ink-muted">{account}</span>}
          <Marks reply={reply} />
          <TimeAgo at={new Date(at)} reader={reader} className="ml-auto text-sm text-ink-muted" />
        </p>
        <div className="my-1.5 wrap-anywhere">
          <ReadEntryContext value={recordTimeline({ kind: 'case', number: caseNumber })}>
            <EntryText id={id} text={text} cut={cut} />
          </ReadEntryContext>
        </div>
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
          <NumberLink number={caseNumber} href={pathOfNumber(caseNumber)} />
          <span className="min-w-0 flex-1 truncate text-ink-muted">{caseTitle}</span>
          <RecordState state={state} />
          {current && !unread && (
            <Button size="s" variant="quiet" title="Key u" onClick={on.onUnread}>
              Mark as unread
            </Button>
          )}
          <Button
            size="s"
            data-answer
            aria-label={`Answer ${by} in ${caseNumber}`}
            aria-disabled={!open || answered || undefined}
            onFocus={on.onCurrent}
            onKeyDown={(event) => {
              const step = steps[event.key];
              if (!step) return;
              event.preventDefault();
              on.onMove(step);
            }}
            onClick={() => open && !answered && on.onAnswer()}
          >
            Answer
          </Button>
        </div>
        {children}
      </div>
    </article>
  );
}

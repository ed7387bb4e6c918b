import type { ReactNode } from 'react';
import { RecordState, type StateShown } from '#components/record/record-state.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { NumberLink } from '#components/ui/number-link.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { pathOfNumber } from '#lib/record/kind.ts';

interface ExpandableRecordProps {
  number: string;
  /** Null: without read access only the number is shown. */
  seen: { title: string; state: StateShown; requestedFor?: string; openedAt: string } | null;
  action?: ReactNode;
  children: ReactNode;
}

/** A record in a list; it expands to its parts. */
export function ExpandableRecord({ number, seen, action, children }: ExpandableRecordProps) {
  return (
    <li className="flex items-start gap-3 px-3 py-2">
      {seen ? (
        <details className="group min-w-0 flex-1">
          <summary className="flex min-h-7 cursor-pointer list-none flex-wrap items-center gap-x-3 gap-y-1">
            <Icon name="chevron-right" className="size-4 shrink-0 text-ink-faint group-open:rotate-90" />
            <NumberLink number={number} href={pathOfNumber(number)} />
            <span className="min-w-0 wrap-anywhere">{seen.title}</span>
            <RecordState state={seen.state} />
            {seen.requestedFor && <span className="text-sm text-ink-muted">{seen.requestedFor}</span>}
            <RelativeTime at={seen.openedAt} className="text-sm text-ink-faint" />
          </summary>
          <div className="mt-2">{children}</div>
        </details>
      ) : (
        <span className="record-number flex-1">{number}</span>
      )}
      {action}
    </li>
  );
}

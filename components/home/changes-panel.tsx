import Link from 'next/link';
import { TaskState } from '#components/task/task-state.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { changeWords } from '#lib/home/change-words.ts';
import type { Change } from '#lib/home/changes.ts';
import { pathOfNumber } from '#lib/task/kind.ts';
import { MarkSeenButton } from './mark-seen-button.tsx';

/** What others did in my records and in those that I watch, since I said that I had seen it. */
export function ChangesPanel({ changes, until }: { changes: readonly Change[]; until: Date }) {
  return (
    <Panel
      title="Changed since I last looked"
      flush
      action={changes.length > 0 && <MarkSeenButton until={until.toISOString()} />}
    >
      {changes.length === 0 ? (
        <p className="p-4 text-ink-muted">Nothing has changed in the records that you work on or watch.</p>
      ) : (
        <ul>
          {changes.map((change) => (
            <li key={change.id} className="border-b px-4 py-2 last:border-b-0 hover:bg-sunken">
              <div className="flex items-baseline gap-2">
                <Link
                  href={pathOfNumber(change.number)}
                  data-row-link
                  className="record-number shrink-0 text-sm text-accent-ink underline-offset-2 hover:underline"
                >
                  {change.number}
                </Link>
                <span title={change.shortDescription} className="min-w-0 flex-1 truncate">
                  {change.shortDescription}
                </span>
                <RelativeTime at={change.at} className="shrink-0 text-sm text-ink-faint" />
              </div>
              <div className="mt-0.5 flex flex-wrap items-center gap-x-3 text-sm text-ink-muted">
                <TaskState kind={change.kind} state={change.state} />
                <span className="min-w-0">{changeWords(change)}</span>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

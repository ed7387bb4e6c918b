import type { ReactNode } from 'react';
import { TaskPriority } from '#components/record/task-priority.tsx';
import { TaskState } from '#components/record/task-state.tsx';
import { TextLink } from '#components/ui/link.tsx';
import { Panel } from '#components/ui/panel.tsx';
import type { Work, WorkRow } from '#lib/home/work.ts';
import { type ListQuery, listHref, listOf } from '#lib/list/list-query.ts';
import { queueFilters } from '#lib/list/views.ts';
import { taskKinds } from '#lib/record/kind.ts';
import { RecordLine } from './record-line.tsx';

export interface WorkPanelProps {
  title: string;
  work: Work;
  /** The matching filters for the list link. */
  filters: ListQuery['filters'];
  empty: ReactNode;
}

function Rows({ rows }: { rows: readonly WorkRow[] }) {
  return (
    <ul>
      {rows.map((row) => (
        <RecordLine key={row.id} number={row.number} title={row.shortDescription} at={row.updatedAt}>
          <TaskPriority priority={row.priority} />
          <TaskState kind={row.kind} state={row.state} />
          <span className="min-w-0 truncate">{row.account ?? row.group}</span>
        </RecordLine>
      ))}
    </ul>
  );
}

/** A section of the user's active work, such as records waiting for others, with a link to all of it. */
export function WorkPanel({ title, work, filters, empty }: WorkPanelProps) {
  const waiting = work.rows.filter(({ waits }) => waits);
  return (
    <Panel title={title} flush>
      {work.rows.length === 0 && <div className="p-4 text-ink-muted">{empty}</div>}
      <Rows rows={work.rows.filter(({ waits }) => !waits)} />
      {waiting.length > 0 && (
        <>
          <h3 className="border-b bg-sunken px-4 py-1 text-sm text-ink-muted">Waiting for others</h3>
          <Rows rows={waiting} />
        </>
      )}
      {work.more.length > 0 && (
        <p className="flex flex-wrap gap-x-3 border-t px-4 py-2 text-sm text-ink-faint">
          View all
          {work.more.map((kind) => (
            <TextLink key={kind} href={listHref(listOf(kind, { ...filters, ...queueFilters(kind) }))}>
              {taskKinds[kind].plural}
            </TextLink>
          ))}
        </p>
      )}
    </Panel>
  );
}

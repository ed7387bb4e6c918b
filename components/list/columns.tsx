import Link from 'next/link';
import type { ReactNode } from 'react';
import { TaskPriority } from '#components/task/task-priority.tsx';
import { TaskState } from '#components/task/task-state.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import type { TaskKind } from '#lib/task/kind.ts';
import { taskKinds } from '#lib/task/kind.ts';
import type { ListRow } from '#lib/task/list/list-tasks.ts';
import type { SortName } from '#lib/task/list/sorts.ts';

export type Column = {
  label: string;
  sort?: SortName;
  /** Layout of the whole column: width, and from which width of the page it is shown. */
  className?: string;
  cell: (row: ListRow, kind: TaskKind) => ReactNode;
};

/** Words that are cut off rather than wrapped; all of them on hover. */
function Cut({ children }: { children: string | null }) {
  return (
    <span title={children ?? undefined} className="block truncate">
      {children}
    </span>
  );
}

const number: Column = {
  label: 'Number',
  sort: 'number',
  className: 'w-26',
  cell: (row, kind) => (
    <Link
      href={`/workspace/${taskKinds[kind].path}/${row.number}`}
      data-row-link
      className="record-number text-accent-ink underline-offset-2 hover:underline"
    >
      {row.number}
    </Link>
  ),
};

/** On a phone what else one has to know stands below, so that nothing has to be pushed aside for it. */
const shortDescription: Column = {
  label: 'Short description',
  className: 'max-lg:min-w-52',
  cell: ({ shortDescription: text, ...row }, kind) => (
    <>
      <span title={text} className="block md:truncate">
        {text}
      </span>
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1 md:hidden">
        <TaskState kind={kind} state={row.state} />
        <TaskPriority priority={row.priority} />
      </span>
    </>
  ),
};

const priority: Column = {
  label: 'Priority',
  sort: 'priority',
  className: 'w-28 max-md:hidden',
  cell: (row) => <TaskPriority priority={row.priority} />,
};

const state: Column = {
  label: 'State',
  className: 'w-32 max-md:hidden',
  cell: (row, kind) => <TaskState kind={kind} state={row.state} />,
};

/** Where states have long names. */
const longState: Column = { ...state, className: 'w-40 max-md:hidden' };

const account: Column = { label: 'Account', className: 'w-32', cell: (row) => <Cut>{row.account}</Cut> };

const group: Column = { label: 'Assignment group', className: 'w-36', cell: (row) => <Cut>{row.group}</Cut> };

/** Where there is room for all of it. */
const wholeGroup: Column = { ...group, className: 'w-48' };

const assignedTo: Column = { label: 'Assigned to', className: 'w-28', cell: (row) => <Cut>{row.assignee}</Cut> };

const opened: Column = {
  label: 'Opened',
  sort: 'opened',
  className: 'w-24 lg:max-[100rem]:hidden',
  cell: (row) => <RelativeTime at={row.openedAt} />,
};

const updated: Column = {
  label: 'Updated',
  sort: 'updated',
  className: 'w-26',
  cell: (row) => <RelativeTime at={row.updatedAt} />,
};

const person = (label: string): Column => ({ label, className: 'w-32', cell: (row) => <Cut>{row.person}</Cut> });

/** The columns of each kind's list. */
export const columns: Readonly<Record<TaskKind, readonly Column[]>> = {
  case: [number, shortDescription, priority, state, account, person('Customer'), assignedTo, opened, updated],
  incident: [number, shortDescription, priority, state, person('Caller'), group, assignedTo, opened, updated],
  problem: [number, shortDescription, priority, longState, wholeGroup, assignedTo, opened, updated],
  change: [number, shortDescription, priority, state, wholeGroup, assignedTo, opened, updated],
  request: [number, shortDescription, longState, person('Requested for'), account, opened, updated],
  requested_item: [number, shortDescription, longState, wholeGroup, assignedTo, opened, updated],
};

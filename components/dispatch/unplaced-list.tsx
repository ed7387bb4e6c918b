'use client';

import { useRef } from 'react';
import { EmptyState } from '#components/ui/empty-state.tsx';
import type { PriorityLevel } from '#components/ui/icon-names.ts';
import { PageSearch } from '#components/ui/page-search.tsx';
import { PriorityBadge } from '#components/ui/priority-badge.tsx';
import type { BoardQuery } from '#lib/dispatch/board-query.ts';
import type { UnplacedTask } from '#lib/dispatch/queries/unplaced.ts';
import { hoursAndMinutes, timeIn, timesIn } from '#lib/dispatch/words-of-time.ts';
import type { MovingTask } from './placement.ts';
import { onMoveKey } from './task-block.tsx';
import { useDraggable } from './use-drag.ts';

interface UnplacedListProps {
  tasks: readonly UnplacedTask[];
  most: number;
  query: BoardQuery;
  zone: string;
  onMove: (task: MovingTask) => void;
}

/** WO-7 · The tasks that wait for dispatch, most urgent first. */
export function UnplacedList({ tasks, most, query, zone, onMove }: UnplacedListProps) {
  const { q, ...rest } = query;
  const params = Object.fromEntries(
    Object.entries(rest).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])),
  );
  return (
    <section aria-labelledby="unplaced" className="min-w-0 xl:order-last">
      <div className="flex flex-wrap items-center justify-between gap-2 pb-2">
        <h2 id="unplaced" tabIndex={-1} className="font-semibold">
          {`Pending dispatch (${tasks.length > most ? `more than ${most}` : tasks.length})`}
        </h2>
        <PageSearch
          action="/workspace/dispatch"
          defaultValue={q}
          params={params}
          placeholder="Number, task, customer, place"
        />
      </div>
      {tasks.length === 0 ? (
        <EmptyState title={q ? 'No matching tasks' : 'No tasks pending dispatch'}>
          {q ? 'Search for something else.' : 'Tasks appear here when they are ready for dispatch.'}
        </EmptyState>
      ) : (
        <ul className="grid gap-2 max-xl:max-h-96 max-xl:overflow-y-auto">
          {tasks.slice(0, most).map((task) => (
            <UnplacedCard key={task.number} task={task} zone={zone} onMove={onMove} />
          ))}
        </ul>
      )}
    </section>
  );
}

function UnplacedCard({ task, zone, onMove }: { task: UnplacedTask } & Pick<UnplacedListProps, 'zone' | 'onMove'>) {
  const ref = useRef<HTMLButtonElement>(null);
  const { number, title, account, address, group, minutes, priority, promised } = task;
  const moving: MovingTask = { ...task, technicianId: null, from: promised?.from ?? null };
  useDraggable(ref, moving);
  const open = () => onMove(moving);
  return (
    <li>
      <button
        ref={ref}
        type="button"
        data-task={number}
        onClick={open}
        onKeyDown={onMoveKey(open)}
        className="block w-full cursor-grab rounded-md border bg-surface px-3 py-2 text-left hover:border-line-strong"
      >
        <span className="flex justify-between gap-2 text-sm text-ink-muted">
          <span className="record-number">{number}</span>
          <span>{hoursAndMinutes(minutes)}</span>
        </span>
        <span className="block font-medium wrap-anywhere">{title}</span>
        <span className="block truncate text-sm text-ink-muted">{[account, address].filter(Boolean).join(' · ')}</span>
        <span className="flex flex-wrap gap-x-3 text-sm">
          <PriorityBadge level={priority.level as PriorityLevel}>{priority.label}</PriorityBadge>
          {group && <span className="text-ink-muted">{group}</span>}
        </span>
        {promised && (
          <span className="block text-sm text-tone-amber">
            {`Promised for ${timeIn(promised.from, zone).slice(0, 10)}, ${timesIn(promised, zone)}`}
          </span>
        )}
      </button>
    </li>
  );
}

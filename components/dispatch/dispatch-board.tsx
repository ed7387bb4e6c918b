'use client';

import dynamic from 'next/dynamic';
import { useCallback, useState } from 'react';
import { RefusalToast } from '#components/actions/refusal-toast.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { useLiveKind } from '#components/live/use-live.ts';
import { useSafeRefresh } from '#components/live/use-safe-refresh.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { placeTaskAction } from '#lib/dispatch/actions.ts';
import type { BoardQuery } from '#lib/dispatch/board-query.ts';
import type { Axis } from '#lib/dispatch/day-of-board.ts';
import type { Board } from '#lib/dispatch/queries/board.ts';
import type { Fit } from '#lib/dispatch/queries/check-fit.ts';
import type { UnplacedTask } from '#lib/dispatch/queries/unplaced.ts';
import { BoardRows } from './board-rows.tsx';
import { part } from './part.ts';
import type { MovingTask, Place } from './placement.ts';
import { isFine } from './placement.ts';
import { UnplacedList } from './unplaced-list.tsx';
import { useDrop } from './use-drop.ts';
import { useFocusOnTask } from './use-focus-on-task.ts';

// Loaded when it is opened.
const PlaceDialog = dynamic(() => import('./place-dialog.tsx').then((module) => module.PlaceDialog), { ssr: false });

interface DispatchBoardProps {
  board: Board;
  unplaced: readonly UnplacedTask[];
  most: number;
  query: BoardQuery;
  now: number;
}

/** WO-7, WO-17 · The board of a day: tasks are placed by mouse, key or click; changes by others appear live. */
export function DispatchBoard({ board, unplaced, most, query, now }: DispatchBoardProps) {
  const { zone, axis, rows, day } = board;
  const refresh = useSafeRefresh();
  useLiveKind('work_order_task', refresh, refresh);
  const [asking, setAsking] = useState<{ task: MovingTask; place: Place | null } | null>(null);
  const focus = useFocusOnTask();
  const { run, refused } = useAction(placeTaskAction, {
    onDone: (_, input) => 'number' in input && focus(input.number),
  });

  const onMove = useCallback((task: MovingTask) => setAsking({ task, place: null }), []);
  const { fit, ghost, onOver, onDrop } = useDrop({ zone, onAsk: setAsking, onPlace: run });

  return (
    <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_20rem]">
      <UnplacedList tasks={unplaced} most={most} query={query} zone={zone} onMove={onMove} />
      <section aria-label={`Technicians on ${day}`} className="min-w-0 self-start rounded-md border bg-surface">
        <BoardHours axis={axis} />
        {rows.length === 0 ? (
          <EmptyState title="No technicians">No active technician matches this group, region and skill.</EmptyState>
        ) : (
          <BoardRows board={board} now={now} ghost={ghost} onMove={onMove} onOver={onOver} onDrop={onDrop} />
        )}
      </section>
      <DropHint fit={fit} />
      <RefusalToast refused={refused} />
      {asking && (
        <PlaceDialog
          key={asking.task.number}
          {...asking}
          day={day}
          zone={zone}
          onClose={() => setAsking(null)}
          onPlaced={focus}
        />
      )}
    </div>
  );
}

/** The hours of the day above the board. */
function BoardHours({ axis }: { axis: Axis }) {
  return (
    <div aria-hidden className="flex border-b text-sm text-ink-muted">
      <div className="px-3 py-1 max-md:hidden md:w-44 md:shrink-0">Technician, free</div>
      <div className="relative h-7 min-w-0 flex-1 overflow-hidden">
        {axis.hours.map(({ at, label }, index) => (
          <span
            key={at}
            className={index % 2 === 1 ? 'absolute top-1 pl-1 max-md:hidden' : 'absolute top-1 pl-1'}
            style={{ left: part({ from: at, to: at }, axis).left }}
          >
            {label}
          </span>
        ))}
      </div>
    </div>
  );
}

/** WO-17 · Shows which rules a dragged task would break at the pointer. Without dragging, the dialog shows them. */
function DropHint({ fit }: { fit: Fit | null }) {
  if (!fit || isFine(fit)) return null;
  const { refused, confirm, reason } = fit;
  return (
    <p
      aria-hidden
      className="pointer-events-none fixed inset-x-4 bottom-4 z-20 mx-auto flex max-w-xl gap-2 rounded-md border bg-raised px-3 py-2 shadow-float"
    >
      <Icon name="triangle-alert" className="mt-0.5 size-4 shrink-0 text-tone-red" />
      <span>
        <strong className="text-tone-red">{refused ? 'Does not fit: ' : 'Needs confirmation: '}</strong>
        {refused ?? [...confirm, ...(reason ? [reason] : [])].join(' ')}
      </span>
    </p>
  );
}

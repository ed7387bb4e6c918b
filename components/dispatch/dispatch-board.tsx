'use client';

import dynamic from 'next/dynamic';
import { useCallback, useState } from 'react';
import { RefusalToast } from '#components/actions/refusal-toast.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { useLiveKind } from '#components/live/use-live.ts';
import { useSafeRefresh } from '#components/live/use-safe-refresh.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { placeTaskAction } from '#lib/dispatch/actions.ts';
import type { BoardQuery } from '#lib/dispatch/board-query.ts';
import type { Board } from '#lib/dispatch/queries/board.ts';
import type { UnplacedTask } from '#lib/dispatch/queries/unplaced.ts';
import { BoardHours } from './board-hours.tsx';
import { BoardRows } from './board-rows.tsx';
import { DropHint } from './drop-hint.tsx';
import type { MovingTask, Place } from './placing.ts';
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

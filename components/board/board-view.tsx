'use client';

import { useState } from 'react';
import { UnsyncedChildren } from '#components/major-case/unsynced-children.tsx';
import { LoadFailed } from '#components/ui/load-failed.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { SegmentedControl } from '#components/ui/segmented-control.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { type BoardFilter, boardFilterLabel, childStates, concernNames } from '#lib/board/filters.ts';
import type { Board } from '#lib/board/queries/board.ts';
import type { BoardFigures as Figures } from '#lib/board/queries/board-figures.ts';
import { BoardFigures } from './board-figures.tsx';
import { BoardList } from './board-list.tsx';
import { BoardRecords } from './board-records.tsx';
import { LastMessage } from './last-message.tsx';
import { OverTimePanel } from './over-time-panel.tsx';
import { useBoard, useBoardPages } from './use-board.ts';

export interface BoardViewProps {
  major: { id: string; number: string };
  /** NOT-1 · Whether the user may write to its customers. */
  mayNotify: boolean;
}

const optionsOf = (filters: readonly BoardFilter[], figures: Figures) =>
  filters.map((value) => ({ value, label: boardFilterLabel(value), count: figures.counts[value] }));

/** MAJ-9 · A live overview of a major case: children by state, who was notified, who waits for an answer. */
export function BoardView({ major, mayNotify }: BoardViewProps) {
  const [filter, setFilter] = useState<BoardFilter>('all');
  const { data: board, error, refetch } = useBoard(major);
  const pages = useBoardPages(major.number, filter);
  const source = mayNotify ? ({ kind: 'case', number: major.number } as const) : null;
  if (error && !board)
    return (
      <LoadFailed error={error} onRetry={() => void refetch()}>
        The board couldn't be loaded.
      </LoadFailed>
    );
  if (!board) return <SkeletonRows rows={6} label="Loading the board" />;
  const { figures, overTime, unsynced } = board;
  return (
    <section aria-label="Board" className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <BoardFigures board={board} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-3 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-3">
          {overTime && <OverTimePanel overTime={overTime} />}
          <LastMessage board={board} source={source} />
        </div>
        <BoardAside board={board} />
      </div>
      {unsynced && <UnsyncedChildren {...unsynced} />}
      <div className="grid gap-1">
        <SegmentedControl
          label="Show child cases"
          value={filter}
          onChange={setFilter}
          options={optionsOf(concernNames, figures)}
        />
        <SegmentedControl
          label="Show by state"
          value={filter}
          onChange={setFilter}
          options={optionsOf(childStates, figures)}
        />
      </div>
      <BoardList key={filter} pages={pages} filter={filter} source={source} />
    </section>
  );
}

/** MAJ-9 · The impact on customers, and the state of the incident and the records behind it. */
function BoardAside({ board: { records, businessImpact } }: { board: Pick<Board, 'records' | 'businessImpact'> }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-3">
      {businessImpact && (
        <Panel title="Business impact">
          <p className="whitespace-pre-line wrap-anywhere">{businessImpact}</p>
        </Panel>
      )}
      <BoardRecords records={records} />
    </div>
  );
}

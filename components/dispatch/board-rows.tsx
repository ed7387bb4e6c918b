'use client';

import type { Board } from '#lib/dispatch/queries/board.ts';
import { BoardRow, type BoardRowProps, type Ghost } from './board-row.tsx';

interface BoardRowsProps extends Pick<BoardRowProps, 'now' | 'onMove' | 'onOver' | 'onDrop'> {
  board: Board;
  ghost: (Ghost & { technicianId: string }) | null;
}

/** WO-7 · The technicians by region. */
export function BoardRows({ board, ghost, ...row }: BoardRowsProps) {
  const { axis, zone, rows } = board;
  const regions = Map.groupBy(rows, ({ region }) => region);
  return [...regions].map(([region, own]) => (
    <div key={region}>
      <h2 className="border-b bg-canvas px-3 py-0.5 text-sm font-medium text-ink-muted">{region || 'No region'}</h2>
      <ul>
        {own.map((each) => (
          <BoardRow
            key={each.id}
            {...row}
            row={each}
            axis={axis}
            zone={zone}
            ghost={ghost?.technicianId === each.id ? ghost : null}
          />
        ))}
      </ul>
    </div>
  ));
}

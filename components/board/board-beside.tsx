import { Panel } from '#components/ui/panel.tsx';
import type { Board } from '#lib/board/queries/board.ts';
import { BoardRecords } from './board-records.tsx';

/** MAJ-9 · The impact on customers, and the state of the incident and the records behind it. */
export function BoardBeside({
  board: { records, businessImpact },
}: {
  board: Pick<Board, 'records' | 'businessImpact'>;
}) {
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

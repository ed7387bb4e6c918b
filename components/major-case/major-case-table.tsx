import { RecordPriority } from '#components/record/record-priority.tsx';
import { RecordState } from '#components/record/record-state.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { NumberLink } from '#components/ui/number-link.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import type { BoardFigures } from '#lib/board/queries/board-figures.ts';
import { type MajorCaseList, majorCaseLists } from '#lib/major-case/lists.ts';
import type { MajorCaseRow } from '#lib/major-case/queries/major-cases.ts';
import { boardColumns } from './board-columns.tsx';
import { JudgeCandidate } from './judge-candidate.tsx';

interface MajorCaseTableProps {
  list: MajorCaseList;
  rows: readonly MajorCaseRow[];
  /** MAJ-9 · The board figures by case id, if there is a board. */
  figures: ReadonlyMap<string, Promise<BoardFigures>>;
  /** MAJ-6 · Whether candidates can be approved and rejected here. */
  mayJudge: boolean;
}

/** MAJ-1, MAJ-4 · Major cases with their children, or candidates with who proposed them and why. */
export function MajorCaseTable({ list, rows, figures, mayJudge }: MajorCaseTableProps) {
  const waits = list === 'candidates';
  return (
    <DataTable
      caption={majorCaseLists[list].title}
      stacked
      rows={rows}
      rowKey={(row) => row.number}
      columns={[
        {
          heading: 'Number',
          cell: (row) => <NumberLink number={row.number} href={row.href} data-row-link />,
        },
        { heading: 'State', cell: (row) => <RecordState state={row.state} /> },
        {
          heading: 'Short description',
          cellClass: 'wrap-anywhere',
          cell: (row) => (
            <>
              <bdi>{row.title}</bdi>
              {!waits && <span className="line-clamp-2 text-sm text-ink-muted">{row.businessImpact}</span>}
            </>
          ),
        },
        { heading: 'Priority', cell: (row) => <RecordPriority {...row.priority} /> },
        ...(waits
          ? [
              {
                heading: 'Business impact',
                cellClass: 'wrap-anywhere',
                cell: (row: MajorCaseRow) => <span className="line-clamp-2">{row.businessImpact}</span>,
              },
              { heading: 'Proposed by', labeled: true, cell: (row: MajorCaseRow) => row.proposedBy },
            ]
          : boardColumns(figures)),
        {
          heading: waits ? 'Customer' : 'Assigned to',
          labeled: true,
          cell: (row) => (waits ? row.customer || 'None of its own' : row.assignedTo || 'Nobody'),
        },
        { heading: 'Opened', cell: (row) => <RelativeTime at={row.openedAt} /> },
        waits &&
          mayJudge && {
            heading: 'Actions',
            headingHidden: true,
            cell: (row) => row.mayWork && <JudgeCandidate number={row.number} hasCustomer={row.customer !== ''} />,
          },
      ]}
    />
  );
}

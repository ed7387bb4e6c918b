import { RecordPriority } from '#components/task/record-priority.tsx';
import { RecordState } from '#components/task/record-state.tsx';
import { Link } from '#components/ui/link.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { Table, Td, Th } from '#components/ui/table.tsx';
import { type MajorCaseList, majorCaseLists } from '#lib/major-case/lists.ts';
import type { MajorCaseRow } from '#lib/major-case/queries/major-cases.ts';
import { JudgeCandidate } from './judge-candidate.tsx';

interface MajorCaseTableProps {
  list: MajorCaseList;
  rows: readonly MajorCaseRow[];
  /** MAJ-6 · Whether candidates are approved and rejected from here. */
  mayJudge: boolean;
}

const childrenOf = ({ children, open }: MajorCaseRow) =>
  children === 0 ? 'None' : `${children.toLocaleString('en')}, ${open.toLocaleString('en')} open`;

/** MAJ-1, MAJ-4 · Major cases with their children, or candidates with who proposed them and why. */
export function MajorCaseTable({ list, rows, mayJudge }: MajorCaseTableProps) {
  const waits = list === 'candidates';
  return (
    <Table caption={majorCaseLists[list].title} stacked>
      <thead>
        <tr>
          <Th>Number</Th>
          <Th>State</Th>
          <Th>Short description</Th>
          <Th>Priority</Th>
          <Th>Business impact</Th>
          <Th>{waits ? 'Proposed by' : 'Child cases'}</Th>
          <Th>{waits ? 'Customer' : 'Assigned to'}</Th>
          <Th>Opened</Th>
          {waits && mayJudge && (
            <Th>
              <span className="sr-only">Actions</span>
            </Th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.number}>
            <Td>
              <Link
                href={row.href}
                data-row-link
                className="record-number text-accent-ink underline-offset-2 hover:underline"
              >
                {row.number}
              </Link>
            </Td>
            <Td>
              <RecordState state={row.state} />
            </Td>
            <Td className="wrap-anywhere">
              <bdi>{row.title}</bdi>
            </Td>
            <Td>
              <RecordPriority {...row.priority} />
            </Td>
            <Td className="wrap-anywhere">
              <span className="line-clamp-2">{row.businessImpact}</span>
            </Td>
            <Td data-label={waits ? 'Proposed by' : 'Child cases'}>{waits ? row.proposedBy : childrenOf(row)}</Td>
            <Td data-label={waits ? 'Customer' : 'Assigned to'}>
              {waits ? row.customer || 'None of its own' : row.assignedTo || 'Nobody'}
            </Td>
            <Td>
              <RelativeTime at={row.openedAt} />
            </Td>
            {waits && mayJudge && (
              <Td>{row.mayWork && <JudgeCandidate number={row.number} hasCustomer={row.customer !== ''} />}</Td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

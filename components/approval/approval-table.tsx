import { RecordPriority } from '#components/record/record-priority.tsx';
import { RecordState } from '#components/record/record-state.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { NumberLink } from '#components/ui/number-link.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { answers } from '#lib/approval/answers.ts';
import type { ApprovalRow } from '#lib/approval/queries/approvals.ts';

interface ApprovalTableProps {
  caption: string;
  approvals: readonly ApprovalRow[];
  /** What each row names: the records of one approver, or the approvers of one record. */
  by: 'record' | 'approver';
}

/** Columns hidden on a small screen, so that the answers stay reachable. */
const wide = 'max-md:hidden';

/** CHG-1 · Approval requests and their answers. */
export function ApprovalTable({ caption, approvals, by }: ApprovalTableProps) {
  const hasReasons = approvals.some(({ reason }) => reason);
  return (
    <DataTable
      caption={caption}
      rows={approvals}
      rowKey={({ id }) => id}
      columns={[
        {
          heading: by === 'record' ? 'Number' : 'Approver',
          cell: ({ record, approver }) =>
            by === 'record' ? <NumberLink number={record.number} href={record.href} /> : approver,
        },
        by === 'record' && {
          heading: 'Short description',
          cellClass: 'wrap-anywhere',
          cell: ({ record }) => record.title,
        },
        by === 'record' && {
          heading: 'Priority',
          headClass: wide,
          cellClass: wide,
          cell: ({ record }) => <RecordPriority {...record.priority} />,
        },
        { heading: 'Stage', headClass: wide, cellClass: wide, cell: ({ stage }) => stage },
        {
          heading: 'Answer',
          cell: ({ answer, reason }) => (
            <>
              <RecordState state={answers[answer]} />
              {reason && <span className="block wrap-anywhere text-ink-muted md:hidden">{reason}</span>}
            </>
          ),
        },
        hasReasons && {
          heading: 'Reason',
          headClass: wide,
          cellClass: `wrap-anywhere ${wide}`,
          cell: ({ reason }) => reason,
        },
        {
          heading: 'Time',
          headClass: wide,
          cellClass: wide,
          cell: ({ requestedAt, answeredAt }) => <RelativeTime at={answeredAt ?? requestedAt} />,
        },
      ]}
    />
  );
}

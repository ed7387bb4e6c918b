import { RecordPriority } from '#components/task/record-priority.tsx';
import { RecordState } from '#components/task/record-state.tsx';
import { TextLink } from '#components/ui/link.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { Table, Td, Th } from '#components/ui/table.tsx';
import { answers } from '#lib/approval/answers.ts';
import type { ApprovalRow } from '#lib/approval/queries/approvals.ts';

interface ApprovalTableProps {
  caption: string;
  approvals: readonly ApprovalRow[];
  /** What tells the rows apart: the records of one approver, or the approvers of one record. */
  by: 'record' | 'approver';
}

/** Columns that a small screen leaves out, so that the answers are in reach. */
const wide = 'max-md:hidden';

/** CHG-1 · Questions and answers. */
export function ApprovalTable({ caption, approvals, by }: ApprovalTableProps) {
  const hasReasons = approvals.some(({ reason }) => reason);
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th>{by === 'record' ? 'Number' : 'Approver'}</Th>
          {by === 'record' && <Th>Short description</Th>}
          {by === 'record' && <Th className={wide}>Priority</Th>}
          <Th className={wide}>Stage</Th>
          <Th>Answer</Th>
          {hasReasons && <Th className={wide}>Reason</Th>}
          <Th className={wide}>Time</Th>
        </tr>
      </thead>
      <tbody>
        {approvals.map(({ id, record, stage, approver, answer, reason, requestedAt, answeredAt }) => (
          <tr key={id}>
            <Td>
              {by === 'record' ? (
                <TextLink href={record.href} className="record-number">
                  {record.number}
                </TextLink>
              ) : (
                approver
              )}
            </Td>
            {by === 'record' && <Td className="wrap-anywhere">{record.title}</Td>}
            {by === 'record' && (
              <Td className={wide}>
                <RecordPriority {...record.priority} />
              </Td>
            )}
            <Td className={wide}>{stage}</Td>
            <Td>
              <RecordState state={answers[answer]} />
              {reason && <span className="block wrap-anywhere text-ink-muted md:hidden">{reason}</span>}
            </Td>
            {hasReasons && <Td className={`wrap-anywhere ${wide}`}>{reason}</Td>}
            <Td className={wide}>
              <RelativeTime at={answeredAt ?? requestedAt} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

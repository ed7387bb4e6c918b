import { ExactTime } from '#components/ui/exact-time.tsx';
import { TextLink } from '#components/ui/link.tsx';
import { Panel } from '#components/ui/panel.tsx';
import type { ApprovalRow } from '#lib/approval/queries/approvals.ts';
import { amount } from '#lib/platform/money.ts';
import { RecordLine } from './record-line.tsx';

const SHOWN = 5;

/** CHG-1, REQ-1 · The approvals that wait for the user; they are answered on the approvals page. */
export function ApprovalsPanel({ approvals }: { approvals: readonly ApprovalRow[] }) {
  return (
    <Panel title="Waiting for my approval" count={approvals.length} flush>
      <ul>
        {approvals.slice(0, SHOWN).map(({ id, record, requestedAt }) => (
          <RecordLine key={id} number={record.number} title={record.title} at={new Date(requestedAt)}>
            {record.priceCents !== null && <span className="tabular-nums">{amount(record.priceCents)}</span>}
            {record.plannedStart && (
              <span>
                Planned for <ExactTime at={record.plannedStart} />
              </span>
            )}
            {record.requester && <span>{record.requester}</span>}
            {record.customer && <span className="min-w-0 truncate">{record.customer}</span>}
          </RecordLine>
        ))}
      </ul>
      <p className="border-t px-4 py-2 text-sm">
        <TextLink href="/workspace/approvals">Answer them</TextLink>
      </p>
    </Panel>
  );
}

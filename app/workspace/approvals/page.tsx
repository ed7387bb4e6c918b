import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ApprovalList } from '#components/approval/approval-list.tsx';
import { ApprovalTable } from '#components/approval/approval-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { mayApprove } from '#lib/access/policy.ts';
import { approvalsAnswered, approvalsWaiting } from '#lib/approval/queries/approvals.ts';
import { requireActor } from '#lib/session/current-actor.ts';

export const metadata: Metadata = { title: 'Approvals' };

/** CHG-1, REQ-1 · The approvals that wait for the user, and those that the user has answered. */
export default async function ApprovalsPage() {
  const actor = await requireActor();
  if (!mayApprove(actor).ok) notFound();
  const [waiting, answered] = await Promise.all([approvalsWaiting(actor), approvalsAnswered(actor)]);
  return (
    <>
      <PageHeader title="Approvals" />
      <div className="grid gap-6">
        <Panel title="Waiting for me" count={waiting.length} flush>
          {waiting.length > 0 ? (
            <ApprovalList approvals={waiting} />
          ) : (
            <EmptyState title="No approvals waiting for you">
              Changes and items that need your approval appear here.
            </EmptyState>
          )}
        </Panel>
        {answered.length > 0 && (
          <Panel title="Answered" flush>
            <ApprovalTable caption="Answered" approvals={answered} by="record" />
          </Panel>
        )}
      </div>
    </>
  );
}

import { ApprovalList } from '#components/portal/approval-list.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { portalApprovals } from '#lib/portal/queries/portal-approvals.ts';
import { portalPage, portalTitle } from '../portal-page.ts';

export const generateMetadata = () => portalTitle((say) => say('approvals.title'));

/** POR-7 · The approvals that this customer has to answer. */
export default async function PortalApprovalsPage() {
  const { actor, say, reader } = await portalPage();
  const approvals = await portalApprovals(actor);
  return (
    <div data-live="cases">
      <PageHeader title={say('approvals.title')} />
      {approvals.length === 0 ? (
        <p className="rounded-md border bg-surface px-4 py-8 text-center text-ink-muted">{say('approvals.none')}</p>
      ) : (
        <div className="rounded-md border border-customer-line bg-customer">
          <ApprovalList approvals={approvals} heading="h2" reader={reader} />
        </div>
      )}
    </div>
  );
}

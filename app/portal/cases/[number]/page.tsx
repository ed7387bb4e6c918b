import { notFound } from 'next/navigation';
import { z } from 'zod';
import { ApprovalList } from '#components/portal/approval-list.tsx';
import { CaseAside } from '#components/portal/case-aside.tsx';
import { CaseConversation } from '#components/portal/case-conversation.tsx';
import { CaseHead } from '#components/portal/case-head.tsx';
import { OrderPanel } from '#components/portal/order-panel.tsx';
import { DraftScope } from '#components/ui/drafts/draft-scope.tsx';
import { searchInput } from '#lib/platform/text-input.ts';
import { portalApprovals } from '#lib/portal/queries/portal-approvals.ts';
import { portalApprovers } from '#lib/portal/queries/portal-approvers.ts';
import { portalCase } from '#lib/portal/queries/portal-case.ts';
import { portalConversation } from '#lib/portal/queries/portal-conversation.ts';
import { portalOrdersOf } from '#lib/portal/queries/portal-orders.ts';
import { portalRelated } from '#lib/portal/queries/portal-related.ts';
import { portalPage } from '../../portal-page.ts';

type Props = PageProps<'/portal/cases/[number]'>;

const numberOf = async ({ params }: Props) => searchInput((await params).number).toUpperCase();

// The title has only the requested number: it must not tell another customer's case from a missing one (POR-20).
export const generateMetadata = async (props: Props) => ({ title: await numberOf(props) });

const Before = z.string().catch('');
/** POR-17 · The action that an email's link asks for; opening the page performs nothing. */
const MailedAnswer = z.enum(['accept', 'reject']).optional().catch(undefined);

/** POR-3 · A case as its customer sees it. */
export default async function PortalCasePage(props: Props) {
  const { actor, reader } = await portalPage();
  const number = await numberOf(props);
  const query = await props.searchParams;
  const before = Before.parse(query.before);
  const [theCase, conversation, related, approvals, orders] = await Promise.all([
    portalCase(actor, number),
    portalConversation(actor, number, before || null),
    portalRelated(actor, number),
    portalApprovals(actor, number),
    portalOrdersOf(actor, number),
  ]);
  if (!theCase || !conversation) notFound();
  const isOrder = related.some(({ items }) => items.length > 0);
  const approvers = isOrder ? await portalApprovers(number) : [];
  return (
    <DraftScope scope={theCase.number}>
      <div data-live={theCase.id} className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 gap-4">
          <CaseHead theCase={theCase} mailed={MailedAnswer.parse(query.answer)} reader={reader} />
          {approvals.length > 0 && (
            <div className="rounded-md border border-customer-line bg-customer">
              <ApprovalList approvals={approvals} heading="h2" reader={reader} />
            </div>
          )}
          <OrderPanel related={related} approvals={approvers} reader={reader} />
          <CaseConversation theCase={theCase} conversation={conversation} isOlderPage={before !== ''} reader={reader} />
        </div>
        <CaseAside theCase={theCase} related={related} orders={orders} reader={reader} />
      </div>
    </DraftScope>
  );
}

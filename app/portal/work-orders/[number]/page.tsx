import { notFound } from 'next/navigation';
import { z } from 'zod';
import { ChoosePanel } from '#components/portal/choose-panel.tsx';
import { OrderBadge } from '#components/portal/order-badge.tsx';
import { OrderVisits } from '#components/portal/order-visits.tsx';
import { TextLink } from '#components/ui/link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { searchInput } from '#lib/platform/text-input.ts';
import { portalOrder } from '#lib/portal/queries/portal-orders.ts';
import { portalWindows } from '#lib/portal/queries/portal-windows.ts';
import { urgencyWords } from '#lib/portal/work-orders/words.ts';
import { portalPage } from '../../portal-page.ts';

type Props = PageProps<'/portal/work-orders/[number]'>;

const Query = z.object({
  /** POR-11: the visit whose time is being chosen, and the first day to offer. */
  visit: z.string().catch(''),
  from: z.iso
    .date()
    .regex(/^20\d\d-/)
    .nullable()
    .catch(null),
});

const numberOf = async ({ params }: Props) => searchInput((await params).number).toUpperCase();

// The title has only the requested number: it must not reveal that another customer's order exists (POR-20).
export const generateMetadata = async (props: Props) => ({ title: await numberOf(props) });

/** POR-5 · A work order as its customer sees it. */
export default async function PortalWorkOrderPage(props: Props) {
  const { actor, say, reader } = await portalPage();
  const order = await portalOrder(actor, await numberOf(props));
  if (!order) notFound();
  const query = Query.parse(await props.searchParams);
  const visit = order.visits.find(({ number, may }) => number === query.visit && (may.choose || may.move));
  const offered = visit ? await portalWindows(actor, { number: visit.number, from: query.from }) : null;
  const facts = [
    [say('order.urgency'), urgencyWords(order.priority, say)],
    [say('order.site'), [order.account, order.address].filter(Boolean).join(', ')],
  ] as const;
  return (
    <div data-live={order.id} className="grid gap-4">
      <PageHeader title={order.shortDescription} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="record-number text-ink-muted">{order.number}</span>
        <OrderBadge state={order.state} of="order" say={say} />
        {order.caseNumber && (
          <TextLink href={`/portal/cases/${order.caseNumber}`}>
            {say('order.case', { number: order.caseNumber })}
          </TextLink>
        )}
      </div>
      <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[max-content_minmax(0,1fr)]">
        {facts.map(
          ([label, text]) =>
            text && (
              <div key={label} className="contents">
                <dt className="text-ink-muted">{label}</dt>
                <dd className="wrap-anywhere max-sm:mb-2">{text}</dd>
              </div>
            ),
        )}
      </dl>
      {visit && offered && (
        <ChoosePanel {...{ visit, offered, reader }} orderNumber={order.number} isFirst={query.from === null} />
      )}
      <OrderVisits order={order} reader={reader} />
    </div>
  );
}

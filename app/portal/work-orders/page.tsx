import { z } from 'zod';
import { ListPages } from '#components/portal/list-pages.tsx';
import { OrderRows } from '#components/portal/order-rows.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { portalOrders } from '#lib/portal/queries/portal-orders.ts';
import { portalPage, portalTitle } from '../portal-page.ts';

export const generateMetadata = () => portalTitle((say) => say('order.heading'));

const Query = z.object({ after: z.string().catch('') });

/** POR-5 · The work orders that the customer may see. */
export default async function PortalWorkOrdersPage({ searchParams }: PageProps<'/portal/work-orders'>) {
  const { actor, say, reader } = await portalPage();
  const { after } = Query.parse(await searchParams);
  const { orders, next } = await portalOrders(actor, after || null);
  return (
    <div data-live="cases">
      <PageHeader title={say('order.heading')} />
      <p className="mb-4 text-ink-muted">{say('order.text')}</p>
      {orders.length === 0 ? (
        <p className="rounded-md border bg-surface px-4 py-8 text-center text-ink-muted">{say('order.nothing')}</p>
      ) : (
        <OrderRows orders={orders} reader={reader} />
      )}
      <ListPages
        first={after === '' ? null : '/portal/work-orders'}
        next={next && `/portal/work-orders?${new URLSearchParams({ after: next })}`}
        say={say}
      />
    </div>
  );
}

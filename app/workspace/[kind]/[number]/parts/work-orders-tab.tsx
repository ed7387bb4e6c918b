import { deferred, mapDeferred } from '#components/ui/deferred.ts';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { SlowCount, SlowPart } from '#components/ui/slow-part.tsx';
import { OrdersOfCase } from '#components/work-order/orders-of-case.tsx';
import { ordersOfCase } from '#lib/work-order/queries/orders-of-case.ts';
import type { LoadLinkTab } from './load-parts.ts';

/** WO-8 · The work orders of a case. */
export const workOrdersTab: LoadLinkTab = async (actor, { id, number }) => {
  const orders = await deferred(ordersOfCase(actor, id));
  const shown = mapDeferred(orders, (loaded) => loaded.map((order) => order.id));
  const tab = {
    id: 'work-orders',
    label: 'Work Orders',
    count: <SlowCount of={mapDeferred(shown, ({ length }) => length)} />,
    panel: (
      <SlowPart of={orders} fallback={<SkeletonRows rows={3} label="Loading work orders" />}>
        {(loaded) => <OrdersOfCase caseNumber={number} orders={loaded} />}
      </SlowPart>
    ),
  };
  return { tab, shown };
};

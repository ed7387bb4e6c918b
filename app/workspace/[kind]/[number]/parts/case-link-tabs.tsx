import { RequestsOfCase } from '#components/request/requests-of-case.tsx';
import { deferred, mapDeferred } from '#components/ui/deferred.ts';
import { OrdersOfCase } from '#components/work-order/orders-of-case.tsx';
import { requestsOfCase } from '#lib/record-page/queries/requests-of-case.ts';
import { ordersOfCase } from '#lib/work-order/queries/orders-of-case.ts';
import { slowTab } from '../slow-tab.tsx';
import type { LoadLinkTab } from './load-parts.ts';

/** REL-5, REL-8 · The requests of a case. */
export const requestsTab: LoadLinkTab = async (actor, view) => {
  const requests = await deferred(requestsOfCase(actor, view));
  return {
    tab: slowTab({
      label: 'Requests',
      of: requests,
      countOf: (loaded) => loaded?.requests.length ?? 0,
      panel: (loaded) => loaded && <RequestsOfCase caseNumber={view.number} requests={loaded} />,
    }),
    shown: mapDeferred(requests, (loaded) => loaded?.requests.map((request) => request.id) ?? []),
  };
};

/** WO-8 · The work orders of a case. */
export const workOrdersTab: LoadLinkTab = async (actor, { id, number }) => {
  const orders = await deferred(ordersOfCase(actor, id));
  return {
    tab: slowTab({
      label: 'Work Orders',
      of: orders,
      countOf: (loaded) => loaded.length,
      panel: (loaded) => <OrdersOfCase caseNumber={number} orders={loaded} />,
    }),
    shown: mapDeferred(orders, (loaded) => loaded.map((order) => order.id)),
  };
};

import type { PortalOrder } from '#lib/portal/queries/portal-orders.ts';
import { urgencyWords } from '#lib/portal/work-orders/words.ts';
import { OrderBadge } from './order-badge.tsx';
import type { PortalReader } from './reader.ts';
import { RowHead } from './row-head.tsx';
import { VisitTime } from './visit-time.tsx';

/** POR-5 · A list of work orders: number, urgency, progress, subject, and the next visit. */
export function OrderRows({ orders, reader }: { orders: readonly PortalOrder[]; reader: PortalReader }) {
  const { say } = reader;
  return (
    <ul className="divide-y rounded-md border bg-surface">
      {orders.map((order) => {
        const next = order.visits.find(({ from, endedAt }) => from && !endedAt);
        return (
          <li key={order.number} className="grid gap-1 px-4 py-3">
            <RowHead
              href={`/portal/work-orders/${order.number}`}
              title={order.shortDescription}
              badge={<OrderBadge state={order.state} of="order" say={say} />}
            />
            {next && <VisitTime visit={next} timeZone={order.timeZone} reader={reader} />}
            <p className="text-sm text-ink-muted">
              <span className="record-number">{order.number}</span>
              {` · ${say('order.urgency')}: ${urgencyWords(order.priority, say)}`}
              {order.account && ` · ${order.account}`}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

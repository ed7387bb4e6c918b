import { Link } from '#components/ui/link.tsx';
import { Panel } from '#components/ui/panel.tsx';
import type { PortalOrder } from '#lib/portal/queries/portal-orders.ts';
import { askVisitAction } from '#lib/portal/work-orders/actions.ts';
import { AskWithReason } from './ask-with-reason.tsx';
import { OrderBadge } from './order-badge.tsx';
import type { PortalReader } from './reader.ts';
import { VisitTime } from './visit-time.tsx';

interface CaseOrdersProps {
  number: string;
  orders: readonly PortalOrder[];
  mayAsk: boolean;
  reader: PortalReader;
}

/** POR-12, POR-11 · A case's work orders with their visits, and a form to request one. Absent if neither applies. */
export function CaseOrders({ number, orders, mayAsk, reader }: CaseOrdersProps) {
  const { say } = reader;
  if (orders.length === 0 && !mayAsk) return null;
  return (
    <Panel title={say('order.heading')} {...(orders.length > 0 ? { count: orders.length } : {})} flush>
      <ul className="divide-y">
        {orders.map((order) => (
          <li key={order.number} className="grid gap-1 px-4 py-2.5">
            <div className="flex flex-wrap items-baseline gap-x-2 gap-y-1 text-sm text-ink-muted">
              <span className="record-number">{order.number}</span>
              <span className="ml-auto">
                <OrderBadge state={order.state} of="order" say={say} />
              </span>
            </div>
            <Link href={`/portal/work-orders/${order.number}`} className="font-medium wrap-anywhere">
              {order.shortDescription}
            </Link>
            {order.visits.map((visit) => (
              <div key={visit.number} className="text-sm">
                <VisitTime visit={visit} timeZone={order.timeZone} reader={reader} />
              </div>
            ))}
          </li>
        ))}
      </ul>
      {mayAsk && (
        <div className={orders.length > 0 ? 'border-t' : undefined}>
          <AskWithReason
            action={askVisitAction}
            name="visit"
            number={number}
            words={{
              title: say('order.ask'),
              text: say('order.ask.text'),
              reason: say('order.ask.reason'),
              hint: say('order.ask.hint'),
              send: say('order.ask.send'),
              lost: say('answer.lost'),
            }}
          />
        </div>
      )}
    </Panel>
  );
}

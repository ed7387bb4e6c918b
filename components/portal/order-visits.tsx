import { Panel } from '#components/ui/panel.tsx';
import type { PortalOrder } from '#lib/portal/queries/portal-orders.ts';
import { OrderBadge } from './order-badge.tsx';
import type { PortalReader } from './reader.ts';
import { VisitDeedsOf } from './visit-deeds.tsx';
import { VisitTime } from './visit-time.tsx';

/** POR-5 · The visits of a work order: task, progress and time. */
export function OrderVisits({ order, reader }: { order: PortalOrder; reader: PortalReader }) {
  const { say } = reader;
  return (
    <Panel title={say('order.tasks')} count={order.visits.length} flush>
      <ul className="divide-y">
        {order.visits.map((visit) => (
          <li key={visit.number} data-live={visit.id} className="grid gap-1 px-4 py-3">
            <div className="flex items-start gap-3">
              <span className="min-w-0 flex-1 font-medium wrap-anywhere">{visit.shortDescription}</span>
              <OrderBadge state={visit.state} of="visit" say={say} />
            </div>
            <VisitTime visit={visit} timeZone={order.timeZone} reader={reader} />
            <VisitDeedsOf orderNumber={order.number} visit={visit} reader={reader} />
            <span className="record-number text-sm text-ink-muted">{visit.number}</span>
          </li>
        ))}
      </ul>
      {order.timeZone && (
        <p className="border-t px-4 py-2 text-sm text-ink-muted">{say('order.zone', { zone: order.timeZone })}</p>
      )}
    </Panel>
  );
}

import { ButtonLink } from '#components/ui/button-link.tsx';
import { Panel } from '#components/ui/panel.tsx';
import type { PortalOrder } from '#lib/portal/queries/portal-orders.ts';
import type { PortalVisit } from '#lib/portal/queries/portal-visits.ts';
import { pick } from '#lib/words/words.ts';
import { DropWindow } from './drop-window.tsx';
import { OrderBadge } from './order-badge.tsx';
import { dateTimeInZone, type PortalReader } from './reader.ts';
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
            <VisitActions orderNumber={order.number} visit={visit} reader={reader} />
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

/** POR-11 · The customer's actions for a visit: choose a time, change it, or release it. */
function VisitActions({
  orderNumber,
  visit,
  reader,
}: {
  orderNumber: string;
  visit: PortalVisit;
  reader: PortalReader;
}) {
  const { say } = reader;
  const { may, number, sequence } = visit;
  const choose = `/portal/work-orders/${orderNumber}?${new URLSearchParams({ visit: number })}#choose`;
  return (
    <div className="grid gap-2">
      {may.choose && (
        <div>
          <ButtonLink href={choose} variant="primary" className="min-h-11">
            {say('order.choose')}
          </ButtonLink>
        </div>
      )}
      {sequence !== null && (may.move || may.cancel) && (
        <>
          {may.until && (
            <p className="text-sm text-ink-muted">{say('order.until', { when: dateTimeInZone(may.until, reader) })}</p>
          )}
          {may.move && (
            <div>
              <ButtonLink href={choose} className="min-h-10">
                {say('order.move')}
              </ButtonLink>
            </div>
          )}
          {may.cancel && (
            <DropWindow
              number={number}
              sequence={sequence}
              words={pick(say, ['order.drop', 'order.drop.text', 'order.drop.send', 'answer.lost'])}
            />
          )}
        </>
      )}
      {sequence !== null && !may.move && !may.cancel && visit.endedAt === null && isToCome(visit) && (
        <p className="text-sm text-ink-muted">{say('order.too-late')}</p>
      )}
    </div>
  );
}

/** The visit is still to come. */
const isToCome = ({ state }: PortalVisit) => ['scheduled', 'assigned', 'accepted'].includes(state);

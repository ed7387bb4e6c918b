import { ButtonLink } from '#components/ui/button-link.tsx';
import type { PortalVisit } from '#lib/portal/queries/portal-visits.ts';
import { pick } from '#lib/words/words.ts';
import { DropWindow } from './drop-window.tsx';
import { momentInZone, type PortalReader } from './reader.ts';

/** POR-11 · The customer's actions for a visit: choose a time, change it, or release it. */
export function VisitDeedsOf({
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
            <p className="text-sm text-ink-muted">{say('order.until', { when: momentInZone(may.until, reader) })}</p>
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

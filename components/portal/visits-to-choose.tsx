import { ButtonLink } from '#components/ui/button-link.tsx';
import type { VisitToChoose } from '#lib/portal/queries/portal-orders.ts';
import type { PortalReader } from './reader.ts';

interface VisitsToChooseProps {
  visits: readonly VisitToChoose[];
  heading: 'h2' | 'h3';
  reader: PortalReader;
}

/** POR-15, POR-11 · Visits that wait for a time. */
export function VisitsToChoose({ visits, heading: Heading, reader }: VisitsToChooseProps) {
  const { say } = reader;
  return (
    <ul className="divide-y divide-customer-line">
      {visits.map(({ number, shortDescription, orderNumber }) => (
        <li key={number} className="grid gap-2 px-4 py-3">
          <Heading className="text-lg font-semibold">{say('order.waits')}</Heading>
          <p className="font-medium wrap-anywhere">{shortDescription}</p>
          <p className="text-sm text-ink-muted">
            <span className="record-number">{orderNumber}</span>
          </p>
          <div>
            <ButtonLink
              href={`/portal/work-orders/${orderNumber}?${new URLSearchParams({ visit: number })}#choose`}
              variant="primary"
              className="min-h-11"
              aria-label={`${say('order.choose')}: ${shortDescription}`}
            >
              {say('order.choose')}
            </ButtonLink>
          </div>
        </li>
      ))}
    </ul>
  );
}

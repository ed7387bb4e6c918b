import type { PortalCaseRow } from '#lib/portal/queries/portal-cases.ts';
import type { PortalRecord } from '#lib/portal/shown-records.ts';
import { OrderItems } from './order-items.tsx';
import { dateTime, type PortalReader } from './reader.ts';
import { RowHead } from './row-head.tsx';
import { StepBadge } from './step-badge.tsx';

interface RequestRowsProps {
  cases: readonly PortalCaseRow[];
  requests: ReadonlyMap<string, readonly PortalRecord[]>;
  reader: PortalReader;
}

/** POR-2 · A list of requests, each with its items and their stages. */
export function RequestRows({ cases, requests, reader }: RequestRowsProps) {
  const { say } = reader;
  return (
    <ul className="divide-y rounded-md border bg-surface">
      {cases.map((theCase) => (
        <li key={theCase.number} className="grid gap-2 px-4 py-3">
          <RowHead
            href={`/portal/cases/${theCase.number}`}
            title={theCase.shortDescription}
            badge={<StepBadge theCase={theCase} say={say} />}
          />
          <OrderItems items={(requests.get(theCase.number) ?? []).flatMap(({ items }) => items)} reader={reader} />
          <p className="text-sm text-ink-muted">
            <span className="record-number">{theCase.number}</span> ·{' '}
            {say('list.updated', { when: dateTime(theCase.updatedAt, reader) })}
          </p>
        </li>
      ))}
    </ul>
  );
}

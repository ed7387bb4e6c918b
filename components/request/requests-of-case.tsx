import type { ReactNode } from 'react';
import { RecordState } from '#components/record/record-state.tsx';
import { RemoveLink } from '#components/related/remove-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { NumberLink } from '#components/ui/number-link.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { pathOfNumber } from '#lib/record/kind.ts';
import type { RequestRow, RequestsOfCase as Requests } from '#lib/record-page/queries/requests-of-case.ts';
import { ItemTable } from './item-table.tsx';

function Row({ request: { number, seen }, remove }: { request: RequestRow; remove: ReactNode }) {
  if (!seen)
    return (
      <li className="flex items-center gap-3 px-3 py-2">
        <span className="record-number flex-1">{number}</span>
        {remove}
      </li>
    );
  return (
    <li className="flex items-start gap-3 px-3 py-2">
      <details className="group min-w-0 flex-1">
        <summary className="flex min-h-7 cursor-pointer list-none flex-wrap items-center gap-x-3 gap-y-1">
          <Icon name="chevron-right" className="size-4 shrink-0 text-ink-faint group-open:rotate-90" />
          <NumberLink number={number} href={pathOfNumber(number)} />
          <span className="min-w-0 wrap-anywhere">{seen.title}</span>
          <RecordState state={seen.state} />
          <span className="text-sm text-ink-muted">{seen.requestedFor}</span>
          <RelativeTime at={seen.openedAt} className="text-sm text-ink-faint" />
        </summary>
        <div className="mt-2">
          <ItemTable caption={`Items of ${number}`} items={seen.items} />
        </div>
      </details>
      {remove}
    </li>
  );
}

/** REL-8 · The requests of a case, with expandable items. REL-16 · Each row has *Remove*. */
export function RequestsOfCase({
  caseNumber,
  requests: { requests, mayRemove, updates },
}: {
  caseNumber: string;
  requests: Requests;
}) {
  if (requests.length === 0)
    return (
      <EmptyState title="No requests">
        Orders from the catalog for {caseNumber} appears here, with how far it is.
      </EmptyState>
    );
  return (
    <ul className="divide-y rounded-md border">
      {requests.map((request) => (
        <Row
          key={request.id}
          request={request}
          remove={
            mayRemove && (
              <RemoveLink
                stays={false}
                title={`Remove ${request.number}`}
                link="request"
                source={{ kind: 'case', number: caseNumber }}
                number={request.number}
                updates={updates}
              />
            )
          }
        />
      ))}
    </ul>
  );
}

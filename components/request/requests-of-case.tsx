import { ExpandableRecord } from '#components/related/expandable-record.tsx';
import { RemoveLink } from '#components/related/remove-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import type { RequestsOfCase as Requests } from '#lib/record-page/queries/requests-of-case.ts';
import { ItemTable } from './item-table.tsx';

interface RequestsOfCaseProps {
  caseNumber: string;
  requests: Requests;
}

/** REL-8 · The requests of a case, with expandable items. REL-16 · Each row has *Remove*. */
export function RequestsOfCase({ caseNumber, requests: { requests, mayRemove, updates } }: RequestsOfCaseProps) {
  if (requests.length === 0)
    return (
      <EmptyState title="No requests">
        Orders from the catalog for {caseNumber} appear here, with their items and stages.
      </EmptyState>
    );
  return (
    <ul className="divide-y rounded-md border">
      {requests.map(({ id, number, seen }) => (
        <ExpandableRecord
          key={id}
          number={number}
          seen={seen}
          action={
            mayRemove && (
              <RemoveLink
                stays={false}
                title={`Remove ${number}`}
                link="request"
                source={{ kind: 'case', number: caseNumber }}
                number={number}
                updates={updates}
              />
            )
          }
        >
          {seen && <ItemTable caption={`Items of ${number}`} items={seen.items} />}
        </ExpandableRecord>
      ))}
    </ul>
  );
}

import { DataTable } from '#components/ui/data-table.tsx';
import { ExactTime } from '#components/ui/exact-time.tsx';
import { TextLink } from '#components/ui/link.tsx';
import { entryAnchor } from '#lib/journal/entry-anchor.ts';
import type { ReceivedUpdate } from '#lib/ledger/queries/received-updates.ts';

/** SYNC-6 · The updates that a record received: when, from which record, by which rules. A time leads to the entry. */
export function ReceivedTable({ number, updates }: { number: string; updates: readonly ReceivedUpdate[] }) {
  return (
    <DataTable
      caption={`Updates received by ${number}`}
      stacked
      rows={updates}
      rowKey={({ id }) => id}
      columns={[
        {
          heading: 'When',
          cellClass: 'whitespace-nowrap',
          cell: ({ at, entryId }) =>
            entryId ? (
              <TextLink href={`#${entryAnchor(entryId)}`}>
                <ExactTime at={at} />
              </TextLink>
            ) : (
              <ExactTime at={at} />
            ),
        },
        {
          heading: 'From',
          cellClass: 'whitespace-nowrap',
          cell: ({ source }) =>
            source?.href ? (
              <TextLink href={source.href} className="record-number">
                {source.number}
              </TextLink>
            ) : (
              <span className={source ? 'record-number' : 'text-ink-muted'}>{source?.number ?? 'Another case'}</span>
            ),
        },
        { heading: 'Who', cellClass: 'whitespace-nowrap', cell: ({ by }) => by },
        {
          heading: 'Rules',
          cellClass: 'max-md:basis-full md:min-w-80',
          cell: ({ rules }) => (
            <ul>
              {rules.map(({ id, name }) => (
                <li key={id} className="wrap-anywhere">
                  {name}
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}

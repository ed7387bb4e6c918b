import { RecordState } from '#components/record/record-state.tsx';
import { StateBadge } from '#components/ui/badge.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { TextLink } from '#components/ui/link.tsx';
import { NumberLink } from '#components/ui/number-link.tsx';
import { type CustomerSort, sortWords } from '#lib/affected-customers/customer-sort.ts';
import type { RecipientRow } from '#lib/affected-customers/queries/list-recipients.ts';
import { CommunicationSwitch, RemoveRecipient } from './recipient-row-tools.tsx';

interface RecipientTableProps {
  number: string;
  of: CustomerSort;
  rows: readonly RecipientRow[];
  /** Whether the list can be changed, and whether customers can be removed. */
  may: { change: boolean; remove: boolean };
}

/** The result for a customer's child case. */
function ChildCase({ row }: { row: RecipientRow }) {
  if (row.case)
    return (
      <span className="inline-flex items-center gap-x-2 whitespace-nowrap">
        <NumberLink number={row.case.number} href={row.case.href} />
        <RecordState state={row.case.state} />
      </span>
    );
  if (row.state === 'queued') return <StateBadge tone="blue">Waiting</StateBadge>;
  if (row.state === 'left_out') return <StateBadge tone="amber">{`Left out: ${row.reason}`}</StateBadge>;
  return <span className="text-ink-muted">None yet</span>;
}

/** MAJ-5 · The customers of a list: how they were added, whether they receive emails, and their child cases. */
export function RecipientTable({ number, of, rows, may }: RecipientTableProps) {
  const key = of === 'accounts' ? 'Number' : 'Email';
  return (
    <DataTable
      caption={`Affected ${sortWords[of].many}`}
      stacked
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          heading: 'Name',
          headClass: 'w-1/4',
          cellClass: 'wrap-anywhere',
          cell: (row) => (
            <>
              <TextLink href={row.href} data-row-link>
                {row.name}
              </TextLink>
              {row.unreachable && of === 'consumers' && (
                <span className="ml-2 text-sm text-tone-amber">{row.unreachable}</span>
              )}
            </>
          ),
        },
        {
          heading: key,
          labeled: true,
          cellClass: of === 'accounts' ? 'record-number' : 'wrap-anywhere',
          cell: (row) => row.number,
        },
        of === 'accounts' && {
          heading: 'Primary contact',
          labeled: true,
          cellClass: 'wrap-anywhere',
          cell: (row) => (
            <>
              {row.person} {row.unreachable && <span className="text-sm text-tone-amber">{row.unreachable}</span>}
            </>
          ),
        },
        { heading: 'Dynamically Added', labeled: true, cell: (row) => (row.dynamicallyAdded ? 'Yes' : 'No') },
        {
          heading: 'Active Communication',
          labeled: true,
          cell: (row) =>
            may.change && !row.case ? (
              <CommunicationSwitch number={number} of={of} row={row} />
            ) : row.activeCommunication ? (
              'Yes'
            ) : (
              'No'
            ),
        },
        { heading: 'Child case', labeled: true, cell: (row) => <ChildCase row={row} /> },
        may.remove && {
          heading: 'Actions',
          headingHidden: true,
          cell: (row) => <RemoveRecipient number={number} of={of} row={row} />,
        },
      ]}
    />
  );
}

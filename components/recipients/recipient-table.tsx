import { RecordState } from '#components/task/record-state.tsx';
import { StateBadge } from '#components/ui/badge.tsx';
import { Link } from '#components/ui/link.tsx';
import { Table, Td, Th } from '#components/ui/table.tsx';
import { type CustomerSort, sortWords } from '#lib/recipients/customer-sort.ts';
import type { RecipientRow } from '#lib/recipients/queries/list-recipients.ts';
import { CommunicationSwitch, RemoveRecipient } from './recipient-row-tools.tsx';

interface RecipientTableProps {
  number: string;
  of: CustomerSort;
  rows: readonly RecipientRow[];
  /** Whether the list can be changed, and whether customers can be taken off it. */
  may: { change: boolean; remove: boolean };
}

/** What became of a customer's case. */
function ChildCase({ row }: { row: RecipientRow }) {
  if (row.case)
    return (
      <span className="inline-flex items-center gap-x-2 whitespace-nowrap">
        <Link href={row.case.href} className="record-number text-accent-ink underline-offset-2 hover:underline">
          {row.case.number}
        </Link>
        <RecordState state={row.case.state} />
      </span>
    );
  if (row.state === 'queued') return <StateBadge tone="blue">Waiting</StateBadge>;
  if (row.state === 'left_out') return <StateBadge tone="amber">{`Left out: ${row.reason}`}</StateBadge>;
  return <span className="text-ink-muted">None yet</span>;
}

/** MAJ-5 · The customers of a list: how they came to it, whether they are written to, and their child cases. */
export function RecipientTable({ number, of, rows, may }: RecipientTableProps) {
  const key = of === 'accounts' ? 'Number' : 'Email';
  return (
    <Table caption={`Affected ${sortWords[of].many}`} stacked>
      <thead>
        <tr>
          <Th className="w-1/4">Name</Th>
          <Th>{key}</Th>
          {of === 'accounts' && <Th>Primary contact</Th>}
          <Th>Dynamically Added</Th>
          <Th>Active Communication</Th>
          <Th>Child case</Th>
          {may.remove && (
            <Th>
              <span className="sr-only">Actions</span>
            </Th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <Td className="wrap-anywhere">
              <Link href={row.href} data-row-link className="text-accent-ink underline-offset-2 hover:underline">
                {row.name}
              </Link>
              {row.unreachable && of === 'consumers' && (
                <span className="ml-2 text-sm text-tone-amber">{row.unreachable}</span>
              )}
            </Td>
            <Td data-label={key} className={of === 'accounts' ? 'record-number' : 'wrap-anywhere'}>
              {row.number}
            </Td>
            {of === 'accounts' && (
              <Td data-label="Primary contact" className="wrap-anywhere">
                {row.person} {row.unreachable && <span className="text-sm text-tone-amber">{row.unreachable}</span>}
              </Td>
            )}
            <Td data-label="Dynamically Added">{row.dynamicallyAdded ? 'Yes' : 'No'}</Td>
            <Td data-label="Active Communication">
              {may.change && !row.case ? (
                <CommunicationSwitch number={number} of={of} row={row} />
              ) : row.activeCommunication ? (
                'Yes'
              ) : (
                'No'
              )}
            </Td>
            <Td data-label="Child case">
              <ChildCase row={row} />
            </Td>
            {may.remove && (
              <Td>
                <RemoveRecipient number={number} of={of} row={row} />
              </Td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

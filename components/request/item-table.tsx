import { RecordState } from '#components/record/record-state.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { ExactTime } from '#components/ui/exact-time.tsx';
import { NumberLink } from '#components/ui/number-link.tsx';
import { Td } from '#components/ui/table.tsx';
import { amount } from '#lib/platform/money.ts';
import { pathOfNumber } from '#lib/record/kind.ts';
import type { ItemRow } from '#lib/request/queries/items.ts';

/** REQ-1, REQ-3 · The items of a request: quantity, price, total, stage, assignee and due date. */
export function ItemTable({ caption, items }: { caption: string; items: readonly ItemRow[] }) {
  return (
    <DataTable
      caption={caption}
      rows={items}
      rowKey={({ number }) => number}
      columns={[
        {
          heading: 'Number',
          cell: ({ number }) => <NumberLink number={number} href={pathOfNumber(number)} data-row-link />,
        },
        { heading: 'Item', cellClass: 'min-w-32 wrap-anywhere', cell: ({ title }) => title },
        { heading: 'Quantity', numeric: true, cell: ({ quantity }) => quantity },
        { heading: 'Price', numeric: true, cell: ({ priceCents }) => amount(priceCents) },
        { heading: 'Stage', cell: ({ stage }) => stage },
        { heading: 'State', cellClass: 'cell-state', cell: ({ state }) => <RecordState state={state} /> },
        { heading: 'Assigned to', cellClass: 'cell-assignee', cell: ({ assignee }) => assignee },
        { heading: 'Due', cell: ({ dueAt }) => dueAt && <ExactTime at={dueAt} dateOnly /> },
      ]}
      foot={
        items.length > 1 && (
          <tfoot className="font-medium">
            <tr>
              <Td colSpan={3}>Total</Td>
              <Td numeric>{amount(items.reduce((sum, { priceCents }) => sum + priceCents, 0))}</Td>
              <Td colSpan={4} />
            </tr>
          </tfoot>
        )
      }
    />
  );
}

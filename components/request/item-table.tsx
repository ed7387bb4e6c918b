import { RecordState } from '#components/task/record-state.tsx';
import { ExactTime } from '#components/ui/exact-time.tsx';
import { TextLink } from '#components/ui/link.tsx';
import { Table, Td, Th } from '#components/ui/table.tsx';
import { amount } from '#lib/platform/money.ts';
import type { ItemRow } from '#lib/request/queries/items.ts';
import { pathOfNumber } from '#lib/task/kind.ts';

/** REQ-1, REQ-3 · The items of a request: how many, for how much and how much together, how far, with whom, and until when. */
export function ItemTable({ caption, items }: { caption: string; items: readonly ItemRow[] }) {
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th>Number</Th>
          <Th>Item</Th>
          <Th numeric>Quantity</Th>
          <Th numeric>Price</Th>
          <Th>Stage</Th>
          <Th>State</Th>
          <Th>Assigned to</Th>
          <Th>Due</Th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ number, title, quantity, priceCents, stage, state, assignee, dueAt }) => (
          <tr key={number}>
            <Td>
              <TextLink href={pathOfNumber(number)} className="record-number" data-row-link>
                {number}
              </TextLink>
            </Td>
            <Td className="min-w-32 wrap-anywhere">{title}</Td>
            <Td numeric>{quantity}</Td>
            <Td numeric>{amount(priceCents)}</Td>
            <Td>{stage}</Td>
            <Td className="cell-state">
              <RecordState state={state} />
            </Td>
            <Td className="cell-assignee">{assignee}</Td>
            <Td>{dueAt && <ExactTime at={dueAt} dateOnly />}</Td>
          </tr>
        ))}
      </tbody>
      {items.length > 1 && (
        <tfoot className="font-medium">
          <tr>
            <Td colSpan={3}>Total</Td>
            <Td numeric>{amount(items.reduce((sum, { priceCents }) => sum + priceCents, 0))}</Td>
            <Td colSpan={4} />
          </tr>
        </tfoot>
      )}
    </Table>
  );
}

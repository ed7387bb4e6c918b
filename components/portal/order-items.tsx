import { Badge } from '#components/ui/badge.tsx';
import type { ItemApproval } from '#lib/portal/queries/portal-approvers.ts';
import { fieldInWords } from '#lib/portal/record-words.ts';
import type { PortalRecord } from '#lib/portal/shown-records.ts';
import { day, type PortalReader } from './reader.ts';

interface OrderItemsProps {
  items: readonly PortalRecord[];
  approvals?: readonly ItemApproval[];
  reader: PortalReader;
}

/** POR-2, ADM-8 · The items of an order: the fields that administrators allow, progress and approvers. */
export function OrderItems({ items, approvals = [], reader }: OrderItemsProps) {
  return (
    <ul className="grid gap-2">
      {items.map((item) => (
        <li key={item.number} className="grid gap-0.5">
          <OrderItem item={item} approval={approvals.find(({ item: of }) => of === item.number)} reader={reader} />
        </li>
      ))}
    </ul>
  );
}

interface OrderItemProps {
  item: PortalRecord;
  approval: ItemApproval | undefined;
  reader: PortalReader;
}

function OrderItem({ item: { number, table, fields }, approval, reader }: OrderItemProps) {
  const { say } = reader;
  const shown = (name: string) => {
    const field = fields.find((each) => each.name === name);
    return field && field.value !== null ? fieldInWords(say, table, field) : null;
  };
  const [quantity, stage, due] = [shown('quantity'), shown('stage'), shown('due_date')?.at];
  const price = fields.find(({ name }) => name === 'price');
  const isWaiting = approval?.answer === 'requested';
  const about = [
    price && (price.value === 0 ? say('order.free') : fieldInWords(say, table, price).text),
    due && say('order.expected', { date: day(due, reader) }),
    approval && say(`order.approval.${approval.answer}`, { names: approval.names?.join(', ') ?? say('support') }),
  ].filter(Boolean);
  return (
    <>
      <p className="flex items-start gap-x-3">
        <span className="min-w-0 flex-1 wrap-anywhere">
          {shown('short_description')?.text ?? number}
          {quantity && <span className="text-ink-muted"> × {quantity.text}</span>}
        </span>
        {stage && !isWaiting && <Badge tone="blue">{stage.text}</Badge>}
      </p>
      {about.length > 0 && <p className="text-sm text-ink-muted wrap-anywhere">{about.join(' · ')}</p>}
    </>
  );
}

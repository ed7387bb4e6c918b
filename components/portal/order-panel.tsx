import { Panel } from '#components/ui/panel.tsx';
import { amount } from '#lib/platform/money.ts';
import type { ItemApproval } from '#lib/portal/queries/portal-approvers.ts';
import type { PortalRecord } from '#lib/portal/shown-records.ts';
import { OrderItems } from './order-items.tsx';
import type { PortalReader } from './reader.ts';

interface OrderPanelProps {
  related: readonly PortalRecord[];
  approvals: readonly ItemApproval[];
  reader: PortalReader;
}

/** The sum of the prices, each for all pieces of an item; null if administrators hide prices. */
function totalOf(items: readonly PortalRecord[]): number | null {
  const prices = items.flatMap(({ fields }) => fields.filter(({ name }) => name === 'price'));
  return prices.length === 0 ? null : prices.reduce((sum, { value }) => sum + Number(value), 0);
}

/** POR-6 · The orders of a case. */
export function OrderPanel({ related, approvals, reader }: OrderPanelProps) {
  const { say } = reader;
  const items = related.flatMap((record) => record.items);
  if (items.length === 0) return null;
  const total = totalOf(items);
  return (
    <Panel title={say('order.items')}>
      <OrderItems items={items} approvals={approvals} reader={reader} />
      {total !== null && total > 0 && (
        <p className="mt-3 border-t pt-3 font-medium">{say('order.total', { price: amount(total) })}</p>
      )}
    </Panel>
  );
}

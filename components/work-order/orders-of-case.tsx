import { RecordState } from '#components/record/record-state.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { NumberLink } from '#components/ui/number-link.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { pathOfNumber } from '#lib/record/kind.ts';
import type { OrderRow } from '#lib/work-order/queries/orders-of-case.ts';
import { SeparateWays } from './separate-ways.tsx';
import { TaskTable } from './task-table.tsx';

function Row({ order: { number, seen } }: { order: OrderRow }) {
  if (!seen)
    return (
      <li className="px-3 py-2">
        <span className="record-number">{number}</span>
      </li>
    );
  return (
    <li className="px-3 py-2">
      <details className="group">
        <summary className="flex min-h-7 cursor-pointer list-none flex-wrap items-center gap-x-3 gap-y-1">
          <Icon name="chevron-right" className="size-4 shrink-0 text-ink-faint group-open:rotate-90" />
          <NumberLink number={number} href={pathOfNumber(number)} />
          <span className="min-w-0 wrap-anywhere">{seen.title}</span>
          <RecordState state={seen.state} />
          <RelativeTime at={seen.openedAt} className="text-sm text-ink-faint" />
        </summary>
        <div className="mt-2">
          <TaskTable caption={`Tasks of ${number}`} tasks={seen.tasks} />
        </div>
      </details>
    </li>
  );
}

/** WO-8, WO-2 · The work orders of a case, with expandable tasks. */
export function OrdersOfCase({ caseNumber, orders }: { caseNumber: string; orders: readonly OrderRow[] }) {
  if (orders.length === 0)
    return (
      <EmptyState title="No work orders">
        Work at the customer&apos;s site for {caseNumber} appears here, with its tasks.
      </EmptyState>
    );
  return (
    <div className="grid gap-2">
      <SeparateWays />
      <ul className="divide-y rounded-md border">
        {orders.map((order) => (
          <Row key={order.id} order={order} />
        ))}
      </ul>
    </div>
  );
}

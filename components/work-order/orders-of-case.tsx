import { ExpandableRecord } from '#components/related/expandable-record.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import type { OrderRow } from '#lib/work-order/queries/orders-of-case.ts';
import { IndependenceNote } from './independence-note.tsx';
import { TaskTable } from './task-table.tsx';

/** WO-8, WO-2 · The work orders of a case, with expandable tasks. */
export function OrdersOfCase({ caseNumber, orders }: { caseNumber: string; orders: readonly OrderRow[] }) {
  if (orders.length === 0)
    return <EmptyState title="No work orders">Work orders for {caseNumber} appear here, with their tasks.</EmptyState>;
  return (
    <div className="grid gap-2">
      <IndependenceNote />
      <ul className="divide-y rounded-md border">
        {orders.map(({ id, number, seen }) => (
          <ExpandableRecord key={id} number={number} seen={seen}>
            {seen && <TaskTable caption={`Tasks of ${number}`} tasks={seen.tasks} />}
          </ExpandableRecord>
        ))}
      </ul>
    </div>
  );
}

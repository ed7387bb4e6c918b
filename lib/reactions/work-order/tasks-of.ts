import type { WorkOrderTask } from '#lib/kinds/work-order-task/definition.ts';
import { loadRecords } from '#lib/record/kind-table.ts';
import { asLeft } from '#lib/write/ahead.ts';
import type { CommandContext } from '#lib/write/command-context.ts';

/** The tasks of locked work orders, in the order of their numbers: tasks cannot change while their order is locked. */
export async function tasksOfOrders(
  context: CommandContext,
  orders: readonly { id: string }[],
): Promise<WorkOrderTask[]> {
  const { tx } = context;
  const found = await tx.workOrderTask.findMany({
    where: { workOrderId: { in: orders.map(({ id }) => id) } },
    select: { id: true },
  });
  const tasks = await loadRecords(
    tx,
    'work_order_task',
    found.map(({ id }) => id),
  );
  return asLeft(context, tasks).toSorted((one, other) => one.number.localeCompare(other.number));
}

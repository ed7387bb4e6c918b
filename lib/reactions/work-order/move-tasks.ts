import type { WorkOrder } from '#lib/kinds/work-order/definition.ts';
import type { WorkOrderTask } from '#lib/kinds/work-order-task/definition.ts';
import { isOver, type WorkOrderTaskState } from '#lib/kinds/work-order-task/states.ts';
import { enforce } from '#lib/platform/verdict.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { decideUpdate } from '#lib/write/decide-update.ts';
import { updateContext, writeUpdates } from '#lib/write/write-updates.ts';
import { ofOrder } from './of-order.ts';
import { tasksOfOrders } from './tasks-of.ts';

const isOpen = ({ state }: WorkOrderTask) => !isOver(state as WorkOrderTaskState);

/** Changes the open tasks of locked work orders, in a fixed number of statements. */
async function changeTasks(
  context: CommandContext,
  orders: readonly WorkOrder[],
  change: (task: WorkOrderTask) => Partial<WorkOrderTask>,
): Promise<void> {
  const tasks = (await tasksOfOrders(context, orders)).filter(isOpen);
  const update = { ...updateContext(context, {}), byAction: true };
  const decisions = tasks.map((task) => decideUpdate('work_order_task', task, { ...task, ...change(task) }, update));
  enforce(...decisions.map(({ verdict }) => verdict));
  await writeUpdates(context, 'work_order_task', decisions);
}

/** WO-4 · A work order that is ready for dispatch releases its draft tasks: to their technician, or to dispatch. */
export function releaseDrafts(context: CommandContext, orders: readonly WorkOrder[]): Promise<void> {
  return changeTasks(context, orders, ({ state, assignedToId }) =>
    state === 'draft' ? { state: assignedToId ? 'assigned' : 'pending_dispatch' } : {},
  );
}

/** WO-4 · A canceled work order cancels its open tasks. */
export function cancelTasks(context: CommandContext, orders: readonly WorkOrder[]): Promise<void> {
  return changeTasks(context, orders, () => ({ state: 'cancelled' }));
}

/** WO-1 · Tasks copy the customer of their work order, also after a change. */
export function tasksShowCustomer(context: CommandContext, orders: readonly WorkOrder[]): Promise<void> {
  const byId = new Map(orders.map((order) => [order.id, ofOrder(order)]));
  return changeTasks(context, orders, ({ workOrderId }) => byId.get(workOrderId) ?? {});
}

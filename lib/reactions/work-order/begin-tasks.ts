import type { WorkOrder } from '#lib/kinds/work-order/definition.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { createRecords } from '#lib/write/create-records.ts';
import { ofOrder } from './of-order.ts';

/** WO-1 · Each new work order gets a task in Draft. */
export async function beginTasks(context: CommandContext, orders: readonly WorkOrder[]): Promise<void> {
  await createRecords(
    context,
    'work_order_task',
    orders.map((order) => {
      const { id: workOrderId, caseId, shortDescription, description, priority, impact, urgency } = order;
      const own = { workOrderId, caseId, shortDescription, description, priority, impact, urgency };
      return { ...own, ...ofOrder(order), assignmentGroupId: order.assignmentGroupId };
    }),
    { untold: true },
  );
}

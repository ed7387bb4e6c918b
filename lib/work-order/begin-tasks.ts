import type { CommandContext } from '#lib/task/command-context.ts';
import { createRecords } from '#lib/task/create-records.ts';
import type { WorkOrder } from './definition.ts';
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

import { taskOfCustomer } from '#lib/access/customer-work-orders.ts';
import type { WorkOrderTask } from '#lib/kinds/work-order-task/definition.ts';
import { enforce, found } from '#lib/platform/verdict.ts';
import { loadRecords } from '#lib/record/kind-table.ts';
import { integrationIsActive } from '#lib/related/rules/may-relate.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { lockWhole } from '#lib/write/lock.ts';

/** POR-11 · Locks a work order and then its task, if the customer reaches it. Refused: REL-3 while field service is off. */
export async function lockOwnTask(context: CommandContext, number: string): Promise<WorkOrderTask> {
  const { tx, actor, settings } = context;
  const what = `work order task ${number}`;
  found(await taskOfCustomer(tx, actor, number), what);
  await lockWhole(context, 'work_order_task', number);
  const [locked] = await tx.$queryRaw<{ id: string }[]>`
    select t.id from tasks t join work_order_tasks o using (id) where t.number = ${number} for no key update of t, o`;
  // The customer may have lost access while this waited for the lock.
  found(await taskOfCustomer(tx, actor, number), what);
  enforce(integrationIsActive('workOrder', settings));
  const [task] = await loadRecords(tx, 'work_order_task', locked ? [locked.id] : []);
  return found(task, what);
}

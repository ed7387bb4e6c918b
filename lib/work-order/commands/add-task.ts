import { mayAddTask } from '#lib/access/field-service.ts';
import { runCommand } from '#lib/engine/command.ts';
import type { WorkOrderState } from '#lib/kinds/work-order/states.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { valuesFromOrder } from '#lib/reactions/work-order/tasks.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { lockForUpdate } from '#lib/sync/lock-for-update.ts';
import type { AddWorkOrderTask } from '#lib/work-order-task/schema.ts';
import { createRecord } from '#lib/write/create-records.ts';
import { mayHaveMoreTasks, stateOfNewTask } from '../rules/new-task.ts';

/** WO-1 · Adds a task to an open work order. Refused: ACC-15 the actor does not work it; WO-5 it is no longer open. */
export async function addTaskToOrder(actor: Actor, input: AddWorkOrderTask): Promise<TaskRecord> {
  const { number, shortDescription, description } = input;
  const { value } = await runCommand(actor, 'add-work-order-task', async (context) => {
    const order = await lockForUpdate(context, 'work_order', number);
    enforce(mayAddTask(actor, order));
    const state = order.state as WorkOrderState;
    enforce(mayHaveMoreTasks({ number, state }));
    const { id: workOrderId, caseId, impact, urgency, priority, assignmentGroupId } = order;
    const rated = { impact, urgency, priority, assignmentGroupId };
    const own = { workOrderId, caseId, shortDescription, description, state: stateOfNewTask(state) };
    return createRecord(context, 'work_order_task', { ...rated, ...valuesFromOrder(order), ...own });
  });
  return value;
}

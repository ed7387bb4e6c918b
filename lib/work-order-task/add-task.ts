import type { WorkOrderTask } from '#lib/kinds/work-order-task/definition.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { createRecord } from '#lib/write/create-records.ts';

/** WO-9 · Adds a follow-on task to the same work order and customer; it waits for dispatch. */
export function addTask(
  context: CommandContext,
  before: WorkOrderTask,
  { shortDescription }: { shortDescription: string },
): Promise<WorkOrderTask> {
  const { workOrderId, caseId, accountId, contactId, consumerId, assetId, configurationItemId } = before;
  const { impact, urgency, priority, assignmentGroupId, plannedMinutes, id: followsOnFromId } = before;
  const place = { workOrderId, caseId, accountId, contactId, consumerId, assetId, configurationItemId };
  const rated = { impact, urgency, priority, assignmentGroupId, plannedMinutes };
  const state = 'pending_dispatch';
  return createRecord(context, 'work_order_task', { ...place, ...rated, shortDescription, followsOnFromId, state });
}

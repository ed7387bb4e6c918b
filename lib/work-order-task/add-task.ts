import type { WorkOrderTask } from '#lib/kinds/work-order-task/definition.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { createRecord } from '#lib/write/create-records.ts';

/** WO-9 · A task that follows on from another one of the same work order, at the same customer: it waits for dispatch. */
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

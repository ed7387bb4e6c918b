import type { WorkOrder } from '#lib/kinds/work-order/definition.ts';
import type { WorkOrderTask } from '#lib/kinds/work-order-task/definition.ts';

/** WO-1 · The fields that tasks copy from their work order. */
export const shownByTasks = ['accountId', 'contactId', 'consumerId', 'assetId', 'configurationItemId'] as const;

/** WO-1 · The values that a task copies from its work order. */
export function ofOrder(order: WorkOrder) {
  const { accountId, contactId, consumerId, assetId, configurationItemId } = order;
  return { accountId, contactId, consumerId, assetId, configurationItemId } satisfies Partial<WorkOrderTask>;
}

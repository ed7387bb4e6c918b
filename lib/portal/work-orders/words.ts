import type { WorkOrderState } from '#lib/kinds/work-order/states.ts';
import type { WorkOrderTaskState } from '#lib/kinds/work-order-task/states.ts';
import { isWordKey, type Say, type WordKey } from '#lib/words/words.ts';

/** POR-22 · The progress of a work order, in customers' words. */
export const orderWords = {
  draft: 'order.checked',
  awaiting_qualification: 'order.checked',
  qualified: 'order.to-plan',
  ready_for_dispatch: 'order.to-plan',
  assigned: 'order.planned',
  accepted: 'order.planned',
  work_in_progress: 'order.work',
  closed_complete: 'order.done',
  closed_incomplete: 'order.unfinished',
  canceled: 'order.cancelled',
} as const satisfies Readonly<Record<WorkOrderState, WordKey>>;

/** POR-22 · The progress of a work order task. */
export const visitWords = {
  draft: 'order.checked',
  pending_dispatch: 'order.to-plan',
  scheduled: 'order.planned',
  assigned: 'order.planned',
  accepted: 'order.planned',
  work_in_progress: 'order.work',
  closed_complete: 'order.done',
  closed_incomplete: 'order.unfinished',
  cancelled: 'order.cancelled',
} as const satisfies Readonly<Record<WorkOrderTaskState, WordKey>>;

/** The urgency of a work order in words. */
export function urgencyWords(priority: number, say: Say): string {
  const key = `priority.${priority}`;
  return isWordKey(key) ? say(key as 'priority.1') : String(priority);
}

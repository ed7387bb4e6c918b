import { notifyOfVisit } from '#lib/diary/notify-of-visit.ts';
import { placeVisit, type VisitRequest } from '#lib/diary/place-visit.ts';
import { insertVisit } from '#lib/diary/store-visit.ts';
import type { WorkOrderTask } from '#lib/kinds/work-order-task/definition.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { updateRecord } from '#lib/write/write-updates.ts';
import { withVisit } from './rules/task-with-visit.ts';

/** WO-6, WO-12 · Books an appointment for a task that has none, and notifies the customer and the technician. */
export async function bookVisit(
  context: CommandContext,
  task: WorkOrderTask,
  { reason, ...request }: VisitRequest & { reason: string },
): Promise<WorkOrderTask> {
  // The current assignee comes, if free in this window.
  const placed = await placeVisit(context, task, { preferredId: task.assignedToId, ...request });
  const after = await insertVisit(context, task.id, placed);
  const scheduled = withVisit(task, { ...after, technicianId: placed.technicianId });
  const journal = reason ? { workNote: reason } : {};
  const record = await updateRecord(context, 'work_order_task', task, scheduled, journal, { byAction: true });
  await notifyOfVisit(context, record, 'booked', { before: null, after });
  return record;
}

import type { BookedAppointment } from '#lib/diary/booked-of.ts';
import { withdrawTechnician } from '#lib/diary/cancel-visit.ts';
import type { WorkOrderTask } from '#lib/kinds/work-order-task/definition.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { updateRecord } from '#lib/write/write-updates.ts';
import { canBeArranged } from './rules/book.ts';
import { withoutTechnician } from './rules/task-with-visit.ts';

/** WO-15 · Sends a task whose technician has time off back to dispatch, with the reason in its work notes. */
export async function sendBack(
  context: CommandContext,
  task: WorkOrderTask,
  visit: BookedAppointment,
  reason: string,
): Promise<void> {
  // Work has begun, or is over.
  if (!canBeArranged(task).ok) return;
  await withdrawTechnician(context, task, visit, reason);
  await updateRecord(
    context,
    'work_order_task',
    task,
    withoutTechnician(task),
    { workNote: reason },
    { byAction: true },
  );
}

import { type BookedAppointment, bookedOfTasks } from '#lib/diary/booked-of.ts';
import { cancelVisit, withdrawTechnician } from '#lib/diary/cancel-visit.ts';
import { minutesOfVisit } from '#lib/diary/interval.ts';
import { lockTechnician } from '#lib/diary/lock-technician.ts';
import { notifyOfVisit } from '#lib/diary/notify-of-visit.ts';
import { placeVisit } from '#lib/diary/place-visit.ts';
import { changeVisit } from '#lib/diary/store-visit.ts';
import type { WorkOrderTask } from '#lib/kinds/work-order-task/definition.ts';
import { isOver, type WorkOrderTaskState } from '#lib/kinds/work-order-task/states.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { rowLock } from '#lib/write/preview-state.ts';

/**
 * WO-6 · Appointments follow their tasks. A reassigned task moves its visit to the new technician, if that technician is free
 * (WO-12); a task back in dispatch keeps the time without a technician; a task that ends before its visit cancels it.
 */
export async function followTasksOfVisits(context: CommandContext, tasks: readonly WorkOrderTask[]): Promise<void> {
  const visits = await bookedOfTasks(
    context.tx,
    tasks.map(({ id }) => id),
  );
  for (const task of tasks) {
    const visit = visits.find(({ taskId }) => taskId === task.id);
    if (visit) await followTask(context, task, visit);
  }
}

async function followTask(context: CommandContext, task: WorkOrderTask, visit: BookedAppointment): Promise<void> {
  const isToCome = visit.startsAt > context.at;
  if (isOver(task.state as WorkOrderTaskState)) {
    if (isToCome || task.state === 'cancelled') await cancelVisit(context, task, visit, '');
  } else if (task.assignedToId === visit.technicianId) {
    return;
  } else if (task.assignedToId) {
    await reassign(context, task, visit, task.assignedToId);
  } else if (isToCome) {
    await withdrawTechnician(context, task, visit, '');
  } else {
    await cancelVisit(context, task, visit, '');
  }
}

async function reassign(context: CommandContext, task: WorkOrderTask, visit: BookedAppointment, technicianId: string) {
  await placeVisit(context, task, { startsAt: visit.startsAt, minutes: minutesOfVisit(visit), technicianId });
  if (visit.technicianId) await lockTechnician(context.tx, visit.technicianId, rowLock(context));
  const after = await changeVisit(context, { before: visit, technicianId, reason: '' });
  await notifyOfVisit(context, task, 'reassigned', { before: visit, after });
}

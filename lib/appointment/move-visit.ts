import type { BookedAppointment } from '#lib/diary/booked-of.ts';
import { lockTechnician } from '#lib/diary/lock-technician.ts';
import { notifyOfVisit } from '#lib/diary/notify-of-visit.ts';
import { placeVisit, type VisitRequest } from '#lib/diary/place-visit.ts';
import { changeVisit } from '#lib/diary/store-visit.ts';
import type { WorkOrderTask } from '#lib/kinds/work-order-task/definition.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { updateRecord } from '#lib/write/write-updates.ts';
import { withVisit } from './rules/task-with-visit.ts';

/** WO-12, WO-13 · Moves a booked visit to another window, or to another technician in its window, and notifies both. */
export async function moveVisit(
  context: CommandContext,
  task: WorkOrderTask,
  before: BookedAppointment,
  { reason, ...request }: VisitRequest & { reason: string },
): Promise<WorkOrderTask> {
  const { technicianId, window } = await placeVisit(context, task, { ...request, preferredId: before.technicianId });
  if (before.technicianId && before.technicianId !== technicianId)
    await lockTechnician(context.tx, before.technicianId);
  const [startsAt, endsAt] = [new Date(window.from), new Date(window.to)];
  const after = await changeVisit(context, { before, startsAt, endsAt, technicianId, reason });
  const journal = reason ? { workNote: reason } : {};
  const scheduled = withVisit(task, { technicianId, startsAt, endsAt });
  const record = await updateRecord(context, 'work_order_task', task, scheduled, journal, { byAction: true });
  const isMoved = before.startsAt.getTime() !== window.from || before.endsAt.getTime() !== window.to;
  await notifyOfVisit(context, record, isMoved ? 'moved' : 'reassigned', { before, after });
  return record;
}

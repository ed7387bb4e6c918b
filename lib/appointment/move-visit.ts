import type { CommandContext } from '#lib/task/command-context.ts';
import { updateRecord } from '#lib/task/write-updates.ts';
import { lockTechnician } from '#lib/technician/lock-technician.ts';
import type { WorkOrderTask } from '#lib/work-order-task/definition.ts';
import type { BookedAppointment } from './booked-of.ts';
import { placeVisit, type VisitRequest } from './place-visit.ts';
import { withVisit } from './rules/task-with-visit.ts';
import { changeVisit, withOverlapsAtTheEnd } from './store-visit.ts';
import { tellVisit } from './tell-visit.ts';

/** WO-12, WO-13 · Gives a booked visit another window, or another technician in its own, and lets them be told. */
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
  const becomes = { state: 'booked', startsAt, endsAt, technicianId, timeZone: before.timeZone, reason } as const;
  const after = await withOverlapsAtTheEnd(context, () => changeVisit(context, before, becomes));
  const journal = reason ? { workNote: reason } : {};
  const scheduled = withVisit(task, { technicianId, startsAt, endsAt });
  const record = await updateRecord(context, 'work_order_task', task, scheduled, journal, { byAction: true });
  const isMoved = before.startsAt.getTime() !== window.from || before.endsAt.getTime() !== window.to;
  await tellVisit(context, record, isMoved ? 'moved' : 'reassigned', { before, after });
  return record;
}

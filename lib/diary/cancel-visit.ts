import type { WorkOrderTask } from '#lib/kinds/work-order-task/definition.ts';
import { rowLock } from '#lib/write/ahead.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import type { BookedAppointment } from './booked-of.ts';
import { lockTechnician } from './lock-technician.ts';
import { notifyOfVisit } from './notify-of-visit.ts';
import { changeVisit, withOverlapsAtTheEnd } from './store-visit.ts';

/** WO-13, WO-14 · Takes an appointment away from a task that was written already, and lets customer and technician be told. */
export async function cancelVisit(
  context: CommandContext,
  record: WorkOrderTask,
  before: BookedAppointment,
  reason: string,
): Promise<void> {
  if (before.technicianId) await lockTechnician(context.tx, before.technicianId, rowLock(context));
  const { startsAt, endsAt, technicianId, timeZone } = before;
  const becomes = { state: 'cancelled', startsAt, endsAt, technicianId, timeZone, reason } as const;
  const after = await withOverlapsAtTheEnd(context, () => changeVisit(context, before, becomes));
  // Nobody has to be told of what is over.
  if (endsAt > context.at) await notifyOfVisit(context, record, 'cancelled', { before, after });
}

/** WO-15 · Takes the technician away from an appointment: its customer is still waited for, and the technician is told. */
export async function withdrawTechnician(
  context: CommandContext,
  record: WorkOrderTask,
  before: BookedAppointment,
  reason: string,
): Promise<void> {
  if (before.technicianId) await lockTechnician(context.tx, before.technicianId, rowLock(context));
  const { startsAt, endsAt, timeZone } = before;
  const becomes = { state: 'booked', startsAt, endsAt, technicianId: null, timeZone, reason } as const;
  const after = await withOverlapsAtTheEnd(context, () => changeVisit(context, before, becomes));
  await notifyOfVisit(context, record, 'withdrawn', { before, after });
}

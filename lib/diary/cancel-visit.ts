import type { WorkOrderTask } from '#lib/kinds/work-order-task/definition.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { rowLock } from '#lib/write/preview-state.ts';
import type { BookedAppointment } from './booked-of.ts';
import { lockTechnician } from './lock-technician.ts';
import { notifyOfVisit } from './notify-of-visit.ts';
import { changeVisit } from './store-visit.ts';

/** WO-13, WO-14 · Removes the appointment of a task that is already saved, and notifies customer and technician. */
export async function cancelVisit(
  context: CommandContext,
  record: WorkOrderTask,
  before: BookedAppointment,
  reason: string,
): Promise<void> {
  if (before.technicianId) await lockTechnician(context.tx, before.technicianId, rowLock(context));
  const after = await changeVisit(context, { before, state: 'cancelled', reason });
  // A past appointment needs no notice.
  if (before.endsAt > context.at) await notifyOfVisit(context, record, 'cancelled', { before, after });
}

/** WO-15 · Removes the technician from an appointment and notifies the technician. The customer keeps the appointment. */
export async function withdrawTechnician(
  context: CommandContext,
  record: WorkOrderTask,
  before: BookedAppointment,
  reason: string,
): Promise<void> {
  if (before.technicianId) await lockTechnician(context.tx, before.technicianId, rowLock(context));
  const after = await changeVisit(context, { before, technicianId: null, reason });
  await notifyOfVisit(context, record, 'withdrawn', { before, after });
}

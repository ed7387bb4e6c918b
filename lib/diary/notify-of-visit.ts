import type { WorkOrderTask } from '#lib/kinds/work-order-task/definition.ts';
import type { VisitChange } from '#lib/record/visit-change.ts';
import { type CommandContext, ensureCause } from '#lib/write/command-context.ts';
import type { BookedAppointment } from './booked-of.ts';
import { siteOf } from './wanted-of.ts';

/** WO-14 · Notifies customer and technician of a changed appointment: `before` is the old one, `after` the new one. */
export async function notifyOfVisit(
  context: CommandContext,
  record: WorkOrderTask,
  what: VisitChange['what'],
  { before, after }: { before: BookedAppointment | null; after: BookedAppointment },
): Promise<void> {
  ensureCause(context, record.id);
  const { address } = await siteOf(context.tx, record);
  const isMoved = before !== null && before.startsAt.getTime() !== after.startsAt.getTime();
  const isOff = what === 'cancelled' || what === 'withdrawn';
  const former = before?.technicianId ?? null;
  const visit: VisitChange = {
    what,
    uid: after.uid,
    sequence: after.sequence,
    from: after.startsAt.toISOString(),
    to: after.endsAt.toISOString(),
    before: isMoved ? { from: before.startsAt.toISOString(), to: before.endsAt.toISOString() } : null,
    timeZone: after.timeZone,
    place: address,
    at: context.at.toISOString(),
    technicianId: isOff ? null : after.technicianId,
    formerTechnicianId: isOff || former !== after.technicianId ? former : null,
  };
  context.events.push({ type: 'visit-changed', record, visit });
}

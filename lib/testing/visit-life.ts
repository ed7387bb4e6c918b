import { bookWindow } from '#lib/appointment/commands/book-window.ts';
import { cancelWindow } from '#lib/appointment/commands/cancel-window.ts';
import { moveWindow } from '#lib/appointment/commands/move-window.ts';
import { remindOfVisit } from '#lib/appointment/commands/remind-of-visit.ts';
import { offerWindows } from '#lib/appointment/queries/offer-windows.ts';
import { BookWindow, CancelWindow, MoveWindow, OfferWindows } from '#lib/appointment/schema.ts';
import { system } from '#lib/platform/actor.ts';
import { at } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { createFromCase } from '#lib/related/commands/create-from-case.ts';
import { aGroupOf, aTechnician } from './visits.ts';
import { aCase, change, type World } from './world.ts';

const HOUR = 3_600_000;

/** A work order for Cora's case whose visit is booked, reminded, moved, reassigned and cancelled. */
export async function visitLife(w: World): Promise<void> {
  const [one, other] = [await aTechnician(w.adam), await aTechnician(w.adam)];
  const groupId = await aGroupOf(one, other);
  const theCase = await aCase(w, { shortDescription: 'A till stands in the way' });
  const values = { shortDescription: 'Take the till away', description: 'Only for us: bring two people' };
  const order = await createFromCase(w.adam, { caseNumber: theCase.number, variant: 'work_order', values });
  await change(w.adam, order, { state: 'awaiting_qualification' });
  await change(w.adam, order, { state: 'qualified' });
  const { id, number } = await db().task.findFirstOrThrow({ where: { workOrderTask: { workOrderId: order.id } } });
  await db().task.update({ where: { id }, data: { assignmentGroupId: groupId } });
  const { windows } = await offerWindows(w.adam, OfferWindows.parse({ number, days: 14 }));
  const [first, later] = [windows.at(-20), windows.at(-1)];
  if (!first || !later) throw new Error('Nobody can come.');
  await bookWindow(w.adam, BookWindow.parse({ number, startsAt: first.from, technicianId: one.id }));
  const visit = () => db().appointment.findFirstOrThrow({ where: { taskId: id, state: 'booked' } });
  const { startsAt } = await visit();
  await at(new Date(startsAt.getTime() - 20 * HOUR), () => remindOfVisit(system, { number }));
  const move = async (startsAt: string, technicianId: string) => {
    const { sequence } = await visit();
    await moveWindow(w.adam, MoveWindow.parse({ number, sequence, startsAt, technicianId }));
  };
  await move(later.from, one.id);
  await move(later.from, other.id);
  const { sequence } = await visit();
  await cancelWindow(w.adam, CancelWindow.parse({ number, sequence }));
}

import { bookWindow } from '#lib/appointment/commands/book-window.ts';
import { offerWindows } from '#lib/appointment/queries/offer-windows.ts';
import { BookWindow, OfferWindows } from '#lib/appointment/schema.ts';
import { at } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { actorOfUser } from '#lib/session/actors.ts';
import type { Ids } from './people.ts';

/** Tasks by short description, and the index of the free window that each one gets. */
const visits = [
  ['Exchange the card reader', 2],
  ['Lay a new cable to the till', 6],
  ['Replace a worn patch cable', 9],
  ['Change the batteries of the power supply', 14],
] as const;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** WO-6 · Visits of the coming days, booked by the dispatcher last evening, so that board and day view are not empty. */
export async function bookVisits(ids: Ids, today: Date): Promise<void> {
  const dora = await actorOfUser(db(), ids.get('dora') ?? '');
  if (!dora) throw new Error('Nobody dispatches.');
  const lastEvening = Math.floor(today.getTime() / DAY) * DAY - 2 * HOUR;
  for (const [index, [shortDescription, which]] of visits.entries())
    await at(new Date(lastEvening + index * 60_000), async () => {
      const { number, assignedToId } = await db().task.findFirstOrThrow({
        where: { kind: 'work_order_task', shortDescription, active: true },
      });
      const whom = { number, technicianId: assignedToId };
      const { windows } = await offerWindows(dora, OfferWindows.parse({ ...whom, days: 10 }));
      const window = windows[which] ?? windows.at(-1);
      if (!window) throw new Error(`Nobody can come for ${number}.`);
      const { from: startsAt, technicianId } = window;
      await bookWindow(dora, BookWindow.parse({ number, startsAt, technicianId, reason: 'The customer waits.' }));
    });
}

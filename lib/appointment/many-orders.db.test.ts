import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import type { Person } from '#lib/platform/actor.ts';
import { at } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { localText } from '#lib/platform/local-time.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import { addDaysOff } from '#lib/technician/commands/add-days-off.ts';
import { aGroupOf, aReadyTask, aTechnician } from '#lib/testing/visits.ts';
import { holderOf, world } from '#lib/testing/world.ts';
import { bookWindow } from './commands/book-window.ts';
import { cancelWindow } from './commands/cancel-window.ts';
import { moveWindow } from './commands/move-window.ts';
import { swapWindows } from './commands/swap-windows.ts';
import { offerWindows } from './queries/offer-windows.ts';
import { BookWindow, CancelWindow, MoveWindow, OfferWindows, SwapWindows } from './schema.ts';

const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Sydney', 'Australia/Lord_Howe', 'Asia/Kolkata'] as const;
/** A day or two before a clock change in one of the zones. */
const dates = ['2026-03-07', '2026-03-28', '2026-04-04', '2026-10-03', '2026-10-24', '2026-10-31'];

const step = fc.record({
  what: fc.constantFrom('book', 'book', 'book', 'move', 'swap', 'cancel', 'day off'),
  task: fc.nat(3),
  other: fc.nat(3),
  technician: fc.nat(1),
  which: fc.nat(200),
});
const course = fc.record({ date: fc.constantFrom(...dates), steps: fc.array(step, { minLength: 4, maxLength: 8 }) });

interface Stage {
  zone: string;
  technicians: readonly string[];
  tasks: readonly { id: string; number: string }[];
}

let dora: Person;
const stages = new Map<string, Stage>();
beforeAll(async () => {
  await world();
  dora = await holderOf('Dora Dispatcher', ['wm_dispatcher']);
  for (const zone of zones) {
    const clock = { timeZone: zone, from: '09:00', to: '17:00' };
    const technicians = [await aTechnician(dora, clock), await aTechnician(dora, clock)];
    const groupId = await aGroupOf(...technicians);
    const tasks: { id: string; number: string }[] = [];
    for (let count = 0; count < 4; count++) tasks.push(await aReadyTask(dora, { timeZone: zone }, groupId));
    stages.set(zone, { zone, technicians: technicians.map(({ id }) => id), tasks });
  }
});

async function clear({ technicians, tasks }: Stage) {
  await db().appointment.deleteMany({ where: { taskId: { in: tasks.map(({ id }) => id) } } });
  await db().daysOff.deleteMany({ where: { technicianId: { in: [...technicians] } } });
  const ids = tasks.map(({ id }) => id);
  await db().task.updateMany({ where: { id: { in: ids } }, data: { state: 'pending_dispatch', assignedToId: null } });
}

const bookedOf = (task: { id: string } | undefined) =>
  db().appointment.findFirst({ where: { taskId: task?.id ?? '', state: 'booked' } });

/** Books an offered window, which is never refused. */
async function take(
  { tasks, technicians }: Stage,
  date: string,
  { task, technician, which }: typeof step extends fc.Arbitrary<infer T> ? T : never,
) {
  const { number = '' } = tasks[task] ?? {};
  const technicianId = technicians[technician];
  const { windows, booked } = await offerWindows(
    dora,
    OfferWindows.parse({ number, from: date, days: 3, technicianId }),
  );
  const window = windows[which % windows.length];
  if (!window) return;
  const asked = { number, technicianId, startsAt: window.from };
  if (booked) await moveWindow(dora, MoveWindow.parse({ ...asked, sequence: booked.sequence }));
  else await bookWindow(dora, BookWindow.parse(asked));
}

async function swap({ tasks }: Stage, { task, other }: { task: number; other: number }) {
  const [one, second] = [await bookedOf(tasks[task]), await bookedOf(tasks[other])];
  if (!one || !second) return;
  const asked = { number: tasks[task]?.number, otherNumber: tasks[other]?.number };
  try {
    await swapWindows(dora, SwapWindows.parse({ ...asked, sequence: one.sequence, otherSequence: second.sequence }));
  } catch (error) {
    // One technician may not be free for the other window.
    if (!(error instanceof Refusal) || error.rule !== 'WO-12') throw error;
  }
}

async function overlapsIn({ technicians }: Stage): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    select count(*)::int as count from appointments a join appointments b on a.id < b.id
      and a.technician_id = b.technician_id
      and tstzrange(a.occupied_from, a.occupied_to) && tstzrange(b.occupied_from, b.occupied_to)
    where a.state = 'booked' and b.state = 'booked' and a.technician_id = any(${[...technicians]}::uuid[])`;
  return row?.count ?? 0;
}

it.each(zones)(
  'WO-10, WO-11, WO-12 · in %s, around clock changes: each offered window can be booked, no visits overlap, 09:00 stays 09:00',
  async (zone) => {
    const stage = stages.get(zone);
    if (!stage) throw new Error(`There is no stage in ${zone}.`);
    await fc.assert(
      fc.asyncProperty(course, async ({ date, steps }) => {
        await clear(stage);
        await at(new Date(Date.parse(`${date}T00:00:00Z`) - 5 * 86_400_000), async () => {
          for (const each of steps) {
            const task = stage.tasks[each.task];
            const booked = await bookedOf(task);
            if (each.what === 'cancel' && booked && task)
              await cancelWindow(dora, CancelWindow.parse({ number: task.number, sequence: booked.sequence }));
            else if (each.what === 'swap') await swap(stage, each);
            else if (each.what === 'day off') {
              const technicianId = stage.technicians[each.technician] ?? '';
              await addDaysOff(dora, { technicianId, from: date, to: date, reason: '' });
            } else await take(stage, date, each);
          }
        });
        expect(await overlapsIn(stage)).toBe(0);
        const visits = await db().appointment.findMany({ where: { taskId: { in: stage.tasks.map(({ id }) => id) } } });
        const clocks = visits.flatMap(({ occupiedFrom, endsAt, technicianId }) =>
          technicianId ? [occupiedFrom, endsAt].map((moment) => localText(moment.toISOString(), zone).slice(11)) : [],
        );
        for (const clock of clocks) expect(clock >= '09:00' && clock <= '17:00', clock).toBe(true);
      }),
      { numRuns: 4 },
    );
    const { number = '' } = stage.tasks[0] ?? {};
    await clear(stage);
    for (const date of dates)
      await at(new Date(Date.parse(`${date}T00:00:00Z`) - 5 * 86_400_000), async () => {
        const { windows } = await offerWindows(dora, OfferWindows.parse({ number, from: date, days: 3 }));
        const begins = windows.map(({ from }) => localText(from, zone));
        const byDay = Map.groupBy(begins, (text) => text.slice(0, 10));
        // Half an hour from home, and half an hour back.
        const ends = [...byDay.values()].map((day) => `${day[0]?.slice(11)} ${day.at(-1)?.slice(11)}`);
        expect(ends).toEqual(['09:30 15:30', '09:30 15:30', '09:30 15:30']);
      });
  },
);

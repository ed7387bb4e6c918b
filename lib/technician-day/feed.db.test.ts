import ICAL from 'ical.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { GET } from '#app/api/calendar/[secret]/route.ts';
import type { Person } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { holderOf, world } from '#lib/testing/world.ts';
import { renewFeed, revokeFeed } from './commands/feed.ts';
import { feedSince } from './queries/feed.ts';
import { aTaskOf } from './testing/a-task-of.ts';

type Holder = Awaited<ReturnType<typeof holderOf>>;

const w = await world();
let dora: Holder;
let tom: Holder;
let tina: Holder;
beforeAll(async () => {
  dora = await holderOf('Dora Dispatcher', ['wm_dispatcher']);
  tom = await holderOf('Tom Tech', ['wm_agent']);
  tina = await holderOf('Tina Tech', ['wm_agent']);
});

const open = (secret: string) =>
  GET(new Request('http://localhost:3000/api/calendar/x'), { params: Promise.resolve({ secret: `${secret}.ics` }) });
const statusOf = async (secret: string) => (await open(secret)).status;

async function planned(technician: Holder, title: string) {
  const task = await aTaskOf(dora, technician, title);
  const plannedStart = new Date(now().getTime() + 3_600_000);
  await db().workOrderTask.update({ where: { id: task.id }, data: { plannedStart } });
  return { ...task, plannedStart };
}

describe('the calendar feed of a technician', () => {
  it('WO-18, POR-20 · shows the technician’s planned tasks to anyone with its secret, and is not cached', async () => {
    const task = await planned(tom, 'Change the router');
    await planned(tina, 'Somebody else’s');
    await aTaskOf(dora, tom, 'Without a time');
    const answer = await open(await renewFeed(tom));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(answer.headers.get('cache-control')).toContain('private');
    const calendar = new ICAL.Component(ICAL.parse(await answer.text()));
    const events = calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
    expect(events.map(({ summary, uid }) => [summary, uid])).toEqual([['Change the router', `${task.id}@casebridge`]]);
    expect(Math.floor(task.plannedStart.getTime() / 1000)).toBe(events[0]?.startDate.toUnixTime());
  });

  it('WO-18, POR-20 · a wrong, replaced or revoked secret is refused, as is that of a former technician', async () => {
    const first = await renewFeed(tina);
    const second = await renewFeed(tina);
    expect(await Promise.all(['', 'x', 'A'.repeat(43), first, second].map(statusOf))).toEqual([
      404, 404, 404, 404, 200,
    ]);
    await revokeFeed(tina);
    expect([await statusOf(second), await feedSince(tina as Person)]).toEqual([404, null]);
    const third = await renewFeed(tina);
    await db().userRole.deleteMany({ where: { userId: tina.id } });
    expect(await statusOf(third)).toBe(404);
  });

  it('WO-18 · the database does not have the secret', async () => {
    const secret = await renewFeed(tom);
    const feed = await db().technicianFeed.findUniqueOrThrow({ where: { userId: tom.id } });
    expect(JSON.stringify(feed)).not.toContain(secret);
  });

  it('ACC-6, WO-18 · can be renewed and revoked by technicians only', async () => {
    for (const actor of [dora, w.ava, w.cora]) {
      expect(() => renewFeed(actor)).toThrow('ACC-6');
      await expect(revokeFeed(actor)).rejects.toMatchObject({ rule: 'ACC-6' });
    }
  });
});

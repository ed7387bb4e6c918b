import { beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { holderOf, world } from '#lib/testing/world.ts';
import { dayOf } from './queries/day-of.ts';
import { aTaskOf } from './testing/a-task-of.ts';

const w = await world();
let dora: Person;
let tom: Person;
let tina: Person;
beforeAll(async () => {
  dora = (await holderOf('Dora Dispatcher', ['wm_dispatcher'])) as Person;
  tom = (await holderOf('Tom Tech', ['wm_agent'])) as Person;
  tina = (await holderOf('Tina Tech', ['wm_agent'])) as Person;
});

const plan = (id: string, plannedStart: Date) => db().workOrderTask.update({ where: { id }, data: { plannedStart } });
const titles = async (who: Person, date?: string) => (await dayOf(who, date)).tasks.map(({ title }) => title);

describe('the day of a technician', () => {
  it('WO-18 · shows the technician’s own tasks by planned start, and for today also late and unplanned ones', async () => {
    const today = (await dayOf(tom)).date;
    const later = await aTaskOf(dora, tom, 'Later');
    const sooner = await aTaskOf(dora, tom, 'Sooner');
    const late = await aTaskOf(dora, tom, 'Late');
    await aTaskOf(dora, tom, 'Without a time');
    await aTaskOf(dora, tina, 'Somebody else’s');
    const at = (time: string, date = today) => new Date(`${date}T${time}:00Z`);
    await db().technician.create({ data: { userId: tom.id, timeZone: 'UTC' } });
    await plan(later.id, at('12:00'));
    await plan(sooner.id, at('08:00'));
    await plan(late.id, at('08:00', '2026-01-05'));
    expect(await titles(tom)).toEqual(['Late', 'Sooner', 'Later', 'Without a time']);
    expect(await titles(tom, '2026-01-05')).toEqual(['Late']);
    expect(await titles(tina)).toEqual(['Somebody else’s']);
  });

  it('WO-18 · a task shows the address, the contact and the phone number', async () => {
    await db().account.update({ where: { id: w.boxeo }, data: { phone: '+49 30 1234' } });
    const { id, number } = await aTaskOf(dora, tina, 'Change the router');
    await db().task.update({ where: { id }, data: { accountId: w.boxeo, contactId: w.cora.id } });
    const found = (await dayOf(tina)).tasks.find((task) => task.number === number);
    expect(found).toMatchObject({ state: 'assigned', company: 'Boxeo', person: w.cora.name, phone: '+49 30 1234' });
  });

  it('WO-18 · the time zone of the working hours determines the day', async () => {
    await db().technician.upsert({
      where: { userId: tina.id },
      create: { userId: tina.id, timeZone: 'Pacific/Kiritimati' },
      update: {},
    });
    const there = new Intl.DateTimeFormat('sv', { timeZone: 'Pacific/Kiritimati' }).format(now());
    expect(await dayOf(tina)).toMatchObject({ date: there, timeZone: 'Pacific/Kiritimati', isToday: true });
  });

  it('ACC-15, WO-18 · is there for technicians alone', async () => {
    for (const nobody of [dora, w.ava, w.cora] as Person[])
      await expect(dayOf(nobody)).rejects.toMatchObject({ rule: 'ACC-6' });
  });
});

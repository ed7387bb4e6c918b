import { beforeAll, describe, expect, it } from 'vitest';
import type { WorkOrderTask } from '#lib/kinds/work-order-task/definition.ts';
import type { Person } from '#lib/platform/actor.ts';
import { at } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { addDaysOff } from '#lib/technician/commands/add-days-off.ts';
import { aGroupOf, aReadyTask, aTechnician } from '#lib/testing/visits.ts';
import { fresh, holderOf, notesOf, world } from '#lib/testing/world.ts';
import { parseBoardQuery } from './board-query.ts';
import { placeTask } from './commands/place-task.ts';
import { dispatchBoard } from './queries/board.ts';
import { checkFit } from './queries/check-fit.ts';
import { rankTechnicians } from './queries/rank-technicians.ts';
import { unplacedTasks } from './queries/unplaced.ts';
import { FitQuery, PlaceTask, RankingQuery } from './schema.ts';

let dora: Person;
let dirk: Person;
beforeAll(async () => {
  await world();
  dora = await holderOf('Dora Dispatcher', ['wm_dispatcher']);
  dirk = await holderOf('Dirk Dispatcher', ['wm_dispatcher']);
});

/** A Wednesday, 09:00 in Berlin. */
const NOW = new Date('2026-11-25T08:00:00Z');
const now = <T>(work: () => Promise<T>) => at(NOW, work);
const timeZone = 'Europe/Berlin';
/** A time on Friday in Berlin. */
const friday = (time: string) => `2026-11-27T${time}:00+01:00`;

const where = (task: { number: string }, technicianId: string, time: string) => ({
  number: task.number,
  technicianId,
  startsAt: friday(time),
  minutes: 60,
  timeZone,
});
const place = async (task: WorkOrderTask, technicianId: string, time: string, more: object = {}, by: Person = dora) => {
  const { version } = await fresh(task);
  const input = PlaceTask.parse({ ...where(task, technicianId, time), version, ...more });
  return now(() => placeTask(by, input));
};
const fits = (task: { number: string }, technicianId: string, time: string) =>
  now(() => checkFit(dora, FitQuery.parse(where(task, technicianId, time))));
const board = (more: object = {}) =>
  now(() => dispatchBoard(dora, { ...parseBoardQuery({ day: '2026-11-27', ...more }), zone: timeZone }, 50));

/** Two technicians in a separate group. */
async function aPair() {
  const [tom, tina] = [await aTechnician(dora), await aTechnician(dora)];
  return { tom, tina, groupId: await aGroupOf(tom, tina) };
}

describe('the board', () => {
  it('WO-7 · has a placed task with its technician, with the way there, and no longer among those that wait', async () => {
    const { tom, tina, groupId } = await aPair();
    const task = await aReadyTask(dora, { shortDescription: 'Mount the edge device' }, groupId);
    const waits = async (q: string) => (await unplacedTasks(dora, q)).map(({ number }) => number);
    expect(await waits(task.number.toLowerCase())).toEqual([task.number]);
    await place(task, tom.id, '10:15');
    expect(await waits(task.number)).toEqual([]);
    const { rows, count, axis } = await board({ group: groupId });
    expect(count).toBe(2);
    const [ofTom, ofTina] = [tom, tina].map(({ id }) => rows.find((row) => row.id === id));
    const from = Date.parse(friday('10:15'));
    const block = { number: task.number, from, to: from + 3_600_000, setsOut: from - 1_800_000 };
    expect(ofTom?.blocks).toMatchObject([block]);
    expect([ofTom?.freeMinutes, ofTina?.freeMinutes]).toEqual([9 * 60 - 90, 9 * 60]);
    expect(ofTina?.offHours).toEqual([
      { from: axis.from, to: Date.parse(friday('08:00')) },
      { from: Date.parse(friday('17:00')), to: axis.to },
    ]);
  });

  it('WO-7 · shows days off, is filtered by name, group, region and skill, and is paged', async () => {
    const { tom, tina, groupId } = await aPair();
    await db().technician.update({ where: { userId: tom.id }, data: { region: 'Far North' } });
    await db().technicianSkill.create({ data: { technicianId: tina.id, skill: 'Smoke signals' } });
    await now(() => addDaysOff(dora, { technicianId: tom.id, from: '2026-11-27', to: '2026-11-28', reason: 'Leave' }));
    const ids = async (more: object) => (await board(more)).rows.map(({ id }) => id);
    expect(await ids({ region: 'Far North' })).toEqual([tom.id]);
    expect(await ids({ skill: 'Smoke signals' })).toEqual([tina.id]);
    expect(await ids({ name: tom.name.toUpperCase(), group: groupId })).toEqual([tom.id]);
    const { rows } = await board({ region: 'Far North' });
    expect(rows[0]).toMatchObject({ off: 'Leave until 2026-11-28', freeMinutes: 0 });
    const first = await now(() => dispatchBoard(dora, { ...parseBoardQuery({ group: groupId }), zone: timeZone }, 1));
    expect([first.rows.length, first.count]).toEqual([1, 2]);
  });
});

describe('placing', () => {
  it('REC-3, WO-17 · of two dispatchers who place one task at once, the second reads who moved it', async () => {
    const { tom, tina, groupId } = await aPair();
    const task = await aReadyTask(dora, {}, groupId);
    // Both have seen this version: a helper that reads it may read what the first one wrote.
    const { version } = await fresh(task);
    const answers = await Promise.allSettled([
      place(task, tom.id, '10:00', { version }, dora),
      place(task, tina.id, '14:00', { version }, dirk),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { assignedToId } = await fresh(task);
    const first = assignedToId === tom.id ? 'Dora Dispatcher' : 'Dirk Dispatcher';
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { rule: 'REC-3', message: expect.stringContaining(`${first} changed`) },
    });
    expect(await db().appointment.count({ where: { taskId: task.id, state: 'booked' } })).toBe(1);
  });

  it('WO-12, WO-17 · of two tasks that are placed over each other at once, one is refused', async () => {
    const { tom, groupId } = await aPair();
    const tasks = [await aReadyTask(dora, {}, groupId), await aReadyTask(dora, {}, groupId)] as const;
    const answers = await Promise.allSettled([
      place(tasks[0], tom.id, '10:00', { confirmed: true }, dora),
      place(tasks[1], tom.id, '10:45', { confirmed: true }, dirk),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { rule: 'WO-12' } });
  });

  it('WO-17 · shows broken constraints first, refuses without confirmation, and proceeds with it', async () => {
    const { tom, groupId } = await aPair();
    const task = await aReadyTask(dora, {}, groupId);
    expect(await fits(task, tom.id, '10:00')).toMatchObject({ refused: null, confirm: [], reason: null });
    expect(await fits(task, tom.id, '18:00')).toMatchObject({ confirm: [expect.stringContaining('is not at work')] });
    await expect(place(task, tom.id, '18:00')).rejects.toMatchObject({ rule: 'WO-17', field: 'startsAt' });
    await place(task, tom.id, '18:00', { confirmed: true });
    expect(await fresh(task)).toMatchObject({ state: 'scheduled', assignedToId: tom.id });
    const other = await aReadyTask(dora, {}, groupId);
    expect((await fits(other, tom.id, '17:30')).refused).toContain('is busy 18:00 – 19:00');
    await expect(place(other, tom.id, '17:30', { confirmed: true })).rejects.toMatchObject({ rule: 'WO-12' });
  });

  it('WO-17 · moves an appointment, and back, and a repeated call changes nothing', async () => {
    const { tom, tina, groupId } = await aPair();
    const task = await aReadyTask(dora, {}, groupId);
    await place(task, tom.id, '10:00');
    await place(task, tina.id, '14:15');
    expect(await fresh(task)).toMatchObject({ assignedToId: tina.id, plannedStart: new Date(friday('14:15')) });
    const { version } = await fresh(task);
    await place(task, tina.id, '14:15');
    expect((await fresh(task)).version).toBe(version);
    await place(task, tom.id, '10:00');
    const [visit, ...others] = await db().appointment.findMany({ where: { taskId: task.id, state: 'booked' } });
    expect([visit?.technicianId, visit?.sequence, others]).toEqual([tom.id, 2, []]);
  });

  it('WO-13, WO-17 · a window that begins soon is booked with a reason, which becomes a work note', async () => {
    const { tom, groupId } = await aPair();
    const task = await aReadyTask(dora, {}, groupId);
    const { version } = task;
    const deferred = { ...where(task, tom.id, '10:00'), startsAt: '2026-11-25T10:00:00+01:00', version };
    const said = await now(() => checkFit(dora, FitQuery.parse(deferred)));
    expect(said).toMatchObject({ refused: null, reason: expect.stringContaining('4 hours') });
    const send = (reason: string) => now(() => placeTask(dora, PlaceTask.parse({ ...deferred, reason })));
    await expect(send('')).rejects.toMatchObject({ rule: 'WO-13', field: 'reason' });
    await send('The line is down.');
    expect(await notesOf(task)).toContain('The line is down.');
  });
});

describe('the technician ranking', () => {
  it('WO-16 · ranks technicians who are free that day, explains each part and each exclusion, and makes no assignment', async () => {
    const { tom, tina, groupId } = await aPair();
    const away = await aTechnician(dora);
    await db().groupMember.create({ data: { groupId, userId: away.id } });
    await now(() => addDaysOff(dora, { technicianId: away.id, from: '2026-11-27', to: '2026-11-27', reason: '' }));
    await place(await aReadyTask(dora, {}, groupId), tom.id, '09:00');
    const task = await aReadyTask(dora, {}, groupId);
    const query = { number: task.number, day: '2026-11-27', minutes: 75, timeZone };
    const { candidates, leftOut } = await now(() => rankTechnicians(dora, RankingQuery.parse(query)));
    expect(candidates.map(({ id }) => id)).toEqual([tina.id, tom.id]);
    expect(candidates[0]?.parts.join()).toContain('nothing else that day');
    expect(candidates[1]?.parts.join()).toContain('1 h of other visits that day');
    const why = new Map(leftOut.map(({ id, because }) => [id, because]));
    expect(why.get(away.id)).toBe('Has no gap of 75 minutes, including travel.');
    expect([...why.values()]).toContain('Is not in the group of the task.');
    expect(await fresh(task)).toMatchObject({ state: 'pending_dispatch', assignedToId: null });
  });
});

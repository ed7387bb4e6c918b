import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Person } from '#lib/platform/actor.ts';
import { at } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { signedIn } from '#lib/testing/signed-in.ts';
import { aGroupOf, aReadyTask, aTechnician } from '#lib/testing/visits.ts';
import { fresh, holderOf, world } from '#lib/testing/world.ts';
import { countActionNeeded } from '../queries/portal-cases.ts';
import { portalOrder, portalVisitsToChoose } from '../queries/portal-orders.ts';
import { portalWindows } from '../queries/portal-windows.ts';
import { chooseWindowAction, dropWindowAction } from './actions.ts';

const w = await world();
let dora: Person;
let groupId: string;
beforeAll(async () => {
  dora = await holderOf('Dora Dispatcher', ['wm_dispatcher']);
  groupId = await aGroupOf(await aTechnician(dora));
});

/** A Wednesday; in Berlin it is nine. */
const NOW = new Date('2026-11-25T08:00:00Z');
const then = <T>(work: () => Promise<T>, time = NOW) => at(time, work);
const HOUR = 3_600_000;

const ofCora = () => aReadyTask(dora, { contactId: w.cora.id, accountId: w.boxeo }, groupId);
const windows = (by: Actor, task: { number: string }, time = NOW) =>
  then(() => portalWindows(by, { number: task.number, from: '2026-11-27' }), time);

async function as<T>(who: Person, work: () => Promise<T>, time = NOW): Promise<T> {
  signedIn.actor = who;
  return then(work, time);
}

const orderOf = async (task: { id: string }) => {
  const { workOrderId } = await db().workOrderTask.findUniqueOrThrow({ where: { id: task.id } });
  return (await db().task.findUniqueOrThrow({ where: { id: workOrderId } })).number;
};
const visit = async (task: { id: string; number: string }, time = NOW) => {
  const number = await orderOf(task);
  const order = await then(() => portalOrder(w.cora, number), time);
  return order?.visits.find((each) => each.number === task.number);
};
const choose = (who: Person, task: { number: string }, startsAt: string, sequence: number | null, time = NOW) =>
  as(who, () => chooseWindowAction({ number: task.number, startsAt, sequence }), time);

describe('times of a visit in the portal', () => {
  it('POR-11, WO-11 · offered times can be chosen, moved and cancelled; the technician is not shown', async () => {
    const task = await ofCora();
    const offered = await windows(w.cora, task);
    const [first, second] = offered?.windows ?? [];
    expect(Object.keys(first ?? {})).toEqual(['from', 'to']);
    expect((await visit(task))?.may).toMatchObject({ choose: true, move: false, cancel: false });
    expect(await choose(w.cora, task, first?.from ?? '', null)).toMatchObject({ ok: true });
    expect(await fresh(task)).toMatchObject({ state: 'scheduled' });
    const booked = await visit(task);
    expect(booked).toMatchObject({ from: first?.from, sequence: 0, may: { choose: false, move: true, cancel: true } });
    expect(await choose(w.cora, task, second?.from ?? '', 0)).toMatchObject({ ok: true });
    expect(await visit(task)).toMatchObject({ from: second?.from, sequence: 1 });
    // REC-3: the appointment as the customer saw it.
    expect(await choose(w.cora, task, first?.from ?? '', 0)).toMatchObject({ ok: false, rule: 'REC-3' });
    const drop = () => dropWindowAction({ number: task.number, sequence: 1 });
    expect(await as(w.cora, drop)).toMatchObject({ ok: true });
    expect(await fresh(task)).toMatchObject({ state: 'pending_dispatch' });
  });

  it('POR-11, WO-13 · before the limit it can be moved, after it neither page nor server let it', async () => {
    const task = await ofCora();
    const [first, second] = (await windows(w.cora, task))?.windows ?? [];
    await choose(w.cora, task, first?.from ?? '', null);
    const late = new Date(Date.parse(first?.from ?? '') - 23 * HOUR);
    expect((await visit(task, late))?.may).toEqual({ choose: false, move: false, cancel: false, until: null });
    expect(await choose(w.cora, task, second?.from ?? '', 0, late)).toMatchObject({ ok: false, rule: 'WO-13' });
    const drop = () => dropWindowAction({ number: task.number, sequence: 0 });
    expect(await as(w.cora, drop, late)).toMatchObject({ ok: false, rule: 'WO-13' });
    await as(w.cora, drop);
  });

  it('POR-11, WO-12 · the second customer reads in their language that the time was just taken, and the next free one', async () => {
    const [one, other] = [await ofCora(), await ofCora()];
    const [first] = (await windows(w.cora, one))?.windows ?? [];
    await choose(w.cora, one, first?.from ?? '', null);
    const taken = await choose(w.cora, other, first?.from ?? '', null);
    expect(taken).toMatchObject({ ok: false, rule: 'WO-12' });
    expect(JSON.stringify(taken)).toContain('This time was just taken. The next free one is ');
  });

  it('POR-11, POR-13 · another customer’s visit is treated as missing', async () => {
    const task = await ofCora();
    const [first] = (await windows(w.cora, task))?.windows ?? [];
    for (const who of [w.fiona, w.carl, w.jane]) {
      expect(await windows(who, task)).toBeNull();
      const missing = await choose(who, { number: 'WOT9999999' }, first?.from ?? '', null);
      expect(await choose(who, task, first?.from ?? '', null)).toEqual(missing);
    }
    expect(await db().appointment.count({ where: { taskId: task.id } })).toBe(0);
  });

  it('POR-15 · Action Needed holds a visit until its time is chosen', async () => {
    const before = await countActionNeeded(w.cora);
    const task = await ofCora();
    const waits = async (who: Actor) => (await portalVisitsToChoose(who)).some(({ number }) => number === task.number);
    expect([await waits(w.cora), await waits(w.fiona), await waits(w.carl)]).toEqual([true, false, false]);
    expect(await countActionNeeded(w.cora)).toBe(before + 1);
    const [first] = (await windows(w.cora, task))?.windows.slice(-1) ?? [];
    await choose(w.cora, task, first?.from ?? '', null);
    expect([await waits(w.cora), await countActionNeeded(w.cora)]).toEqual([false, before]);
  });

  it('POR-11 · a visit that is not ready for dispatch has no times yet', async () => {
    const task = await ofCora();
    await db().task.update({ where: { id: task.id }, data: { state: 'draft' } });
    expect(await windows(w.cora, task)).toBeNull();
    expect((await visit(task))?.may.choose).toBe(false);
  });
});

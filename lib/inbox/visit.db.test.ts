import { expect, test } from 'vitest';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { changesSince } from '#lib/home/changes.ts';
import { at } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { recordView } from '#lib/record-page/queries/record-view.ts';
import { aCase, world } from '#lib/testing/world.ts';
import { noteVisit } from './visit.ts';

const w = await world();

const EIGHT = new Date('2026-11-20T08:00:00.000Z');
const after = (seconds: number) => new Date(EIGHT.getTime() + seconds * 1000);

test('a visit is stored when it begins, rarely while it lasts, and when it ends', async () => {
  const { id: taskId, number } = await aCase(w);
  const lastVisit = async () => (await recordView(w.ava, 'case', number))?.lastVisit;
  const visit = (seconds: number, leaving = false) =>
    at(after(seconds), () => noteVisit(db(), w.ava, { taskId, leaving }));
  expect(await lastVisit()).toBeNull();
  await visit(0);
  await visit(20);
  expect(await lastVisit()).toBe(EIGHT.toISOString());
  await visit(40);
  expect(await lastVisit()).toBe(after(40).toISOString());
  await visit(45, true);
  expect(await lastVisit()).toBe(after(45).toISOString());
  await visit(10, true);
  expect(await lastVisit()).toBe(after(45).toISOString());
  expect((await recordView(w.mia, 'case', number))?.lastVisit).toBeNull();
});

test('changes from before the visit are no longer marked', async () => {
  const { id: taskId, number } = await aCase(w, { assignedToId: w.ava.id });
  const write = (seconds: number) =>
    at(after(seconds), () => addEntry(w.mia, { kind: 'case', number, type: 'work_note', text: `At ${seconds}` }));
  const items = async () =>
    (await changesSince(w.ava, EIGHT)).filter((change) => change.number === number).map(({ notes }) => notes);
  await write(10);
  await write(20);
  expect(await items()).toEqual([2]);
  await at(after(15), () => noteVisit(db(), w.ava, { taskId, leaving: true }));
  expect(await items()).toEqual([1]);
  await at(new Date(), () => noteVisit(db(), w.ava, { taskId, leaving: true }));
  expect(await items()).toEqual([]);
});

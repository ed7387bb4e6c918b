import { describe, expect, it } from 'vitest';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { watch } from '#lib/engine/commands/watch.ts';
import { at } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import {
  aCase,
  aCaseWithIncident,
  anIncident,
  change,
  commentsOf,
  fresh,
  holderOf,
  notesOf,
  world,
} from '#lib/testing/world.ts';
import { assignMany } from './assign-many.ts';
import type { Bulk } from './rules/bulk-message.ts';
import { undoMany } from './undo-many.ts';
import { updateMany } from './update-many.ts';
import { watchMany } from './watch-many.ts';

const w = await world();

type Values = Record<string, string>;
const numbersOf = (records: readonly { number: string }[]) => records.map(({ number }) => number);
const statesOf = async (records: readonly TaskRecord[]) =>
  (await Promise.all(records.map(fresh))).map(({ state }) => state);
const move = (records: TaskRecord[], values: Values, comment?: string) =>
  updateMany(w.ian, { kind: 'incident', records, to: { values }, ...(comment ? { comment } : {}) });
const undoMove = ({ done: records }: Bulk) => undoMany(w.ian, { kind: 'incident', what: 'state', records });
const press = (records: TaskRecord[], verb: 'request-info' | 'propose-solution' | 'cancel', values: Values = {}) =>
  updateMany(w.ava, {
    kind: 'case',
    records,
    to: { verb, values },
    ...(verb === 'request-info' ? { comment: 'Which floor?' } : {}),
  });
const undoButton = ({ done: records }: Bulk) => undoMany(w.ava, { kind: 'case', what: 'state', records });
const waysBack = ({ done }: Bulk) => done.map(({ isUndoable = false }) => isUndoable);
const resolution = { resolutionCode: 'duplicate', resolutionNotes: 'Twice.' };

async function inProgress(): Promise<TaskRecord> {
  const incident = await anIncident(w, { callerId: w.nils.id });
  await change(w.ian, incident, { state: 'in_progress' });
  return fresh(incident);
}

describe('undoing the state of many', () => {
  it('REC-3 · restores all fields of the move if a reverse move exists; the others are reported with the reason', async () => {
    const [worked, held, changed, idle] = [
      await inProgress(),
      await inProgress(),
      await inProgress(),
      await anIncident(w),
    ];
    await change(w.ian, held, { state: 'on_hold', holdReason: 'awaiting_vendor' });
    await change(w.ian, worked, { resolutionNotes: 'Half a thought.' });
    const records = await Promise.all([worked, held, changed, idle].map(fresh));
    const bulk = await move(records, { state: 'resolved', ...resolution });
    expect(waysBack(bulk)).toEqual([true, false, true, false]);
    await change(w.mia, changed, { description: 'Changed meanwhile' });

    const undone = await undoMove(bulk);
    expect(numbersOf(undone.done)).toEqual([worked.number]);
    expect(undone.refused).toEqual([
      { number: held.number, rule: 'REC-5', because: 'No move leads from Resolved back to On Hold.' },
      { number: changed.number, rule: 'REC-3', because: 'Changed since, and left as it is.' },
      { number: idle.number, rule: 'REC-5', because: 'No move leads from Resolved back to New.' },
    ]);
    expect(await statesOf(records)).toEqual(['in_progress', 'resolved', 'resolved', 'resolved']);
    const before = { resolutionCode: null, resolutionNotes: 'Half a thought.', resolvedAt: null };
    expect(await fresh(worked)).toMatchObject(before);
    // MAIL-12: the caller was emailed that the incident is resolved.
    expect(undone.mailCount).toBe(1);
  });

  it('REC-2 · is a further change in the history of each, and cannot be undone itself', async () => {
    const incident = await inProgress();
    const undone = await undoMove(await move([incident], { state: 'on_hold', holdReason: 'awaiting_vendor' }));
    const history = await db().fieldChange.findMany({
      where: { taskId: incident.id, version: incident.version + 2 },
      select: { field: true, newDisplay: true, cause: { select: { actorId: true, command: true } } },
      orderBy: { field: 'asc' },
    });
    const cause = { actorId: w.ian.id, command: 'undo-state-incident' };
    expect(history).toEqual([
      { field: 'holdReason', newDisplay: '', cause },
      { field: 'state', newDisplay: 'In Progress', cause },
    ]);
    expect(await undoMove(undone)).toMatchObject({ done: [], refused: [{ rule: 'REC-3' }] });
    expect(await statesOf([incident])).toEqual(['in_progress']);
  });

  it('INC-1 · records that waited for the caller stay, as that requires a question; other waiting records wait again', async () => {
    const [asked, vendor] = [await inProgress(), await inProgress()];
    await change(w.ian, asked, { state: 'on_hold', holdReason: 'awaiting_caller' }, { comment: 'Which floor?' });
    await change(w.ian, vendor, { state: 'on_hold', holdReason: 'awaiting_vendor' });
    const bulk = await move(await Promise.all([asked, vendor].map(fresh)), { state: 'in_progress' });
    expect(waysBack(bulk)).toEqual([false, true]);
    expect(await undoMove(bulk)).toMatchObject({ done: [{ number: vendor.number }], refused: [{ rule: 'INC-1' }] });
    expect(await fresh(vendor)).toMatchObject({ state: 'on_hold', holdReason: 'awaiting_vendor' });
  });

  it('SYNC-INC-1, SYNC-3 · updates cases like any move, and counts them', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    await change(w.ian, incident, { state: 'in_progress' });
    const bulk = await move([await fresh(incident)], { state: 'on_hold', holdReason: 'awaiting_vendor' });
    const notes = (await notesOf(theCase)).length;
    expect((await undoMove(bulk)).updatedCount).toBe(1);
    expect((await notesOf(theCase)).length).toBe(notes + 1);
  });

  it('ACC-6 · is refused for moves of others, and without the permission to change the record', async () => {
    const incident = await inProgress();
    const { done: records } = await move([incident], { state: 'on_hold', holdReason: 'awaiting_vendor' });
    const undoneBy = (by: typeof w.mia) => undoMany(by, { kind: 'incident', what: 'state', records });
    expect(await undoneBy(w.mia)).toMatchObject({ done: [], refused: [{ rule: 'REC-3' }] });
    expect(await undoneBy(w.rita)).toMatchObject({ done: [], refused: [{ rule: 'ACC-6' }] });
    expect(await statesOf([incident])).toEqual(['on_hold']);
  });

  it('CASE-8, CASE-1 · cases that wait for an answer are open again; the question stays asked', async () => {
    const theCase = await aCase(w);
    await moveCase(w.ava, { number: theCase.number, verb: 'assign-to-me' });
    const bulk = await press([await fresh(theCase)], 'request-info');
    expect(waysBack(bulk)).toEqual([true]);
    expect(await undoButton(bulk)).toMatchObject({ done: [{ number: theCase.number }], refused: [] });
    expect(await fresh(theCase)).toMatchObject({ state: 'open', assignedToId: w.ava.id });
    expect(await commentsOf(theCase)).toEqual(['Which floor?']);
  });

  it('CASE-3, CASE-5 · a solution that was proposed and a final state have no way back, and none is offered', async () => {
    const [solved, cancelled] = [await aCase(w), await aCase(w)];
    const proposed = await press([solved], 'propose-solution', resolution);
    const ended = await press([cancelled], 'cancel');
    expect([...waysBack(proposed), ...waysBack(ended)]).toEqual([false, false]);
    const because = 'Only the customer can reopen a resolved case.';
    expect((await undoButton(proposed)).refused).toEqual([{ number: solved.number, rule: 'CASE-3', because }]);
    expect((await undoButton(ended)).refused).toMatchObject([{ rule: 'REC-5', because: 'Cancelled is final.' }]);
    expect(await statesOf([solved, cancelled])).toEqual(['resolved', 'cancelled']);
  });
});

describe('undo without current permission', () => {
  it.each([
    ['a person', () => ({ userId: w.ava.id })],
    ['a group', () => ({ groupId: w.desk })],
  ])('ACC-6 · a case that was assigned to %s stays so where the right to do that is lost', async (whom, to) => {
    const manager = await holderOf(`Manager of ${whom}`, ['sn_customerservice_manager']);
    const theCase = await aCase(w, { assignedToId: w.pat.id }, w.mia);
    const assigned = await assignMany(manager, { kind: 'case', records: [theCase], to: to(), confirmed: true });
    const undo = (by: typeof manager) => undoMany(by, { kind: 'case', what: 'assignment', records: assigned.done });
    const before = await fresh(theCase);
    const because = 'You can assign cases to yourself and to your groups only.';
    expect(await undo({ ...manager, roles: w.pat.roles })).toMatchObject({
      done: [],
      refused: [{ rule: 'ACC-6', because }],
    });
    expect(await fresh(theCase)).toEqual(before);
    expect(await undo(manager)).toMatchObject({ done: [{ number: theCase.number }], refused: [] });
    expect(await fresh(theCase)).toMatchObject({
      assignedToId: w.pat.id,
      assignmentGroupId: theCase.assignmentGroupId,
    });
  });

  it('ACC-6 · a priority stays where the right to change it is lost', async () => {
    const theCase = await aCase(w);
    const { done: records } = await updateMany(w.ava, {
      kind: 'case',
      records: [theCase],
      to: { values: { priority: '1' } },
    });
    expect(records).toHaveLength(1);
    const undo = (by: typeof w.ava) => undoMany(by, { kind: 'case', what: 'priority', records });
    expect((await undo({ ...w.ava, roles: w.vic.roles })).refused).toMatchObject([{ rule: 'ACC-6' }]);
    expect(numbersOf((await undo(w.ava)).done)).toEqual([theCase.number]);
  });

  it('REC-3 · a created record has nothing to undo', async () => {
    const [incident, theCase] = [await anIncident(w), await aCase(w)];
    for (const [by, kind, record] of [
      [w.ian, 'incident', incident],
      [w.ava, 'case', theCase],
    ] as const) {
      const { refused } = await undoMany(by, { kind, what: 'state', records: [record] });
      const because = `There is nothing to undo: ${record.number} has not changed since it was created.`;
      expect(refused).toEqual([{ number: record.number, rule: 'REC-3', because }]);
    }
  });
});

describe('undoing that many are watched', () => {
  const set = (records: TaskRecord[], watching: boolean) =>
    watchMany(w.pat, { kind: 'case', records, list: 'watch_list', watching });
  const undo = ({ done: records }: Bulk) => undoMany(w.pat, { kind: 'case', what: 'watching', records });
  const watchedByPat = async (records: readonly TaskRecord[]) => {
    const where = { userId: w.pat.id, taskId: { in: records.map(({ id }) => id) } };
    const rows = await db().taskWatcher.findMany({ where });
    return records.filter(({ id }) => rows.some(({ taskId }) => taskId === id));
  };

  it('INC-6 · removes the watches that it added, whatever has changed since; earlier ones stay', async () => {
    const [first, second, before] = [await aCase(w), await aCase(w), await aCase(w)];
    await set([before], true);
    const bulk = await set([first, second, before], true);
    expect(bulk.already).toEqual([before.number]);
    await change(w.mia, first, { description: 'Changed meanwhile' });
    await watch(w.ava, { kind: 'case', number: first.number, list: 'watch_list', userId: w.ava.id, watching: true });
    expect(numbersOf((await undo(bulk)).done)).toEqual(numbersOf([first, second]));
    expect(await watchedByPat([first, second, before])).toEqual([before]);
    expect(await db().taskWatcher.count({ where: { taskId: first.id } })).toBe(1);
    const twice = await undo(bulk);
    expect(twice).toMatchObject({ done: [], already: numbersOf([first, second]), refused: [] });
  });

  it('INC-6 · restores the watches that it removed; this cannot be undone, and not by others', async () => {
    const [watched, other] = [await aCase(w), await aCase(w)];
    await set([watched], true);
    const bulk = await set([watched, other], false);
    expect(numbersOf(bulk.done)).toEqual([watched.number]);
    const foreign = await undoMany(w.ava, { kind: 'case', what: 'watching', records: bulk.done });
    expect(foreign).toMatchObject({ done: [], refused: [{ rule: 'REC-3' }] });
    const undone = await undo(bulk);
    expect(await watchedByPat([watched, other])).toEqual([watched]);
    expect(await undo(undone)).toMatchObject({ done: [], refused: [{ rule: 'REC-3' }] });
    expect(await watchedByPat([watched, other])).toEqual([watched]);
  });
});

describe('undoing an assignment', () => {
  const heard = async ({ id: taskId }: TaskRecord) => ({
    mails: await db().mail.count({ where: { taskId, event: 'assignment', recipientId: w.pat.id } }),
    lines: await db().inboxItem.count({ where: { taskId, reason: 'assigned', userId: w.pat.id } }),
  });
  const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);

  it.each([
    [9, 1],
    [11, 2],
  ])('MAIL-10 · after %i minutes: the restored assignee gets %i notification(s)', async (minutes, times) => {
    const theCase = await aCase(w);
    await change(w.mia, theCase, { assignedToId: w.pat.id });
    const records = [await fresh(theCase)];
    const { done } = await assignMany(w.ava, { kind: 'case', records, to: 'me', confirmed: true });
    expect(await heard(theCase)).toEqual({ mails: 1, lines: 1 });
    await at(later(minutes), () => undoMany(w.ava, { kind: 'case', what: 'assignment', records: done }));
    expect(await fresh(theCase)).toMatchObject({ assignedToId: w.pat.id });
    expect(await heard(theCase)).toEqual({ mails: times, lines: times });
  });
});

import { describe, expect, it } from 'vitest';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { db } from '#lib/platform/db.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { aCase, anIncident, change, fresh, holderOf, world } from '#lib/testing/world.ts';
import { assignMany, reassignmentsOf } from './assign-many.ts';
import type { Bulk } from './rules/bulk-message.ts';
import { AssignMany } from './schema.ts';
import { undoMany } from './undo-many.ts';

const w = await world();

const takeIncidents = (...records: TaskRecord[]) =>
  assignMany(w.ian, { kind: 'incident', records, to: 'me', confirmed: true });
const undoIncidents = ({ done }: Bulk) => undoMany(w.ian, { kind: 'incident', what: 'assignment', records: done });
const numbersOf = ({ done }: Bulk) => done.map(({ number }) => number);

describe('bulk assignment', () => {
  it('CASE-8 · Assign to me opens New cases; records already assigned to the user are reported and skipped', async () => {
    const free = await aCase(w);
    const mine = await aCase(w, { assignedToId: w.ava.id });
    expect(await assignMany(w.ava, { kind: 'case', records: [mine, free], to: 'me' })).toEqual({
      done: [{ number: free.number, version: 2, from: null, opened: true }],
      already: [mine.number],
      refused: [],
      updatedCount: 0,
    });
    expect(await fresh(free)).toMatchObject({ state: 'open', assignedToId: w.ava.id });
    expect(await fresh(mine)).toMatchObject({ state: 'new', version: 1 });
  });

  it('CASE-8 · a resolved case, which has no such button, is assigned to oneself as by its field', async () => {
    const { number } = await aCase(w, { assignedToId: w.ava.id });
    const values = { resolutionCode: 'duplicate', resolutionNotes: 'Twice.' };
    const { value: resolved } = await moveCase(w.ava, { number, verb: 'propose-solution', values });
    const answer = await assignMany(w.mia, { kind: 'case', records: [resolved], to: 'me', confirmed: true });
    expect(answer).toMatchObject({ done: [{ number, from: w.ava.name }], refused: [] });
    expect(await fresh(resolved)).toMatchObject({ state: 'resolved', assignedToId: w.mia.id });
  });

  it('REC-3 · a record that another user has assigned since then is skipped', async () => {
    const incident = await anIncident(w);
    await change(w.mia, incident, { assignedToId: w.mia.id });
    expect(await takeIncidents(incident)).toMatchObject({ done: [], refused: [{ rule: 'REC-3' }] });
    expect(await fresh(incident)).toMatchObject({ assignedToId: w.mia.id });
  });

  it('REC-3 · a case that another user has taken since then stays with that user', async () => {
    const seen = await aCase(w);
    await assignMany(w.mia, { kind: 'case', records: [seen], to: 'me' });
    const result = await assignMany(w.ava, { kind: 'case', records: [seen], to: 'me', confirmed: true });
    expect(result).toMatchObject({ done: [], refused: [{ number: seen.number, rule: 'REC-3' }] });
    expect(await fresh(seen)).toMatchObject({ assignedToId: w.mia.id });
  });

  it('ACC-6 · an agent cannot assign to another group, a manager can', async () => {
    const theCase = await aCase(w);
    const toDesk = { kind: 'case' as const, records: [theCase], to: { groupId: w.desk } };
    expect(await assignMany(w.pat, toDesk)).toMatchObject({ done: [], refused: [{ rule: 'ACC-6' }] });
    const given = { done: [{ number: theCase.number, version: 2, from: null, opened: false }] };
    expect(await assignMany(w.mia, toDesk)).toEqual({ ...given, already: [], refused: [], updatedCount: 0 });
    expect(await assignMany(w.mia, toDesk)).toEqual({
      done: [],
      already: [theCase.number],
      refused: [],
      updatedCount: 0,
    });
  });

  it('ACC-6 · a selection assigns the records that the assignee can work, and skips the rest', async () => {
    const [own, others] = [await aCase(w), await aCase(w, { consumerId: w.jane.id })];
    const viewer = await holderOf('Vera Viewer', ['sn_customerservice_agent', 'sn_customerservice.case_viewer']);
    expect(await assignMany(viewer, { kind: 'case', records: [own, others], to: 'me' })).toMatchObject({
      done: [{ number: own.number }],
      refused: [{ number: others.number, rule: 'ACC-6' }],
    });
  });

  it('REC-3 · the preview names the current assignees, and only to users with access', async () => {
    const held = (assignedToId: string) => anIncident(w, { assignedToId });
    const records = [await held(w.noa.id), await held(w.mia.id), await held(w.noa.id), await anIncident(w)];
    const selection = { kind: 'incident' as const, records: [...records, await held(w.ian.id)], to: 'me' as const };
    const others = [
      { name: 'Noa Noc', count: 2 },
      { name: 'Mia Manager', count: 1 },
    ];
    expect(await reassignmentsOf(w.ian, selection)).toEqual(others);
    expect(await reassignmentsOf(w.ian, { ...selection, to: { groupId: w.desk } })).toEqual([]);
    expect(await reassignmentsOf(w.rita, selection)).toEqual([]);
    expect(await reassignmentsOf(w.ian, { ...selection, to: { userId: w.noa.id } })).toEqual([
      { name: 'Mia Manager', count: 1 },
      { name: 'Ian Itil', count: 1 },
    ]);
  });

  it('REC-5, ACC-6 · a user is assigned the records that they can work; the rest is refused one by one', async () => {
    const [own, others, held] = [
      await aCase(w),
      await aCase(w, { consumerId: w.jane.id }),
      await aCase(w, { assignedToId: w.ava.id }),
    ];
    const toPat = { kind: 'case' as const, records: [own, others, held], to: { userId: w.pat.id }, confirmed: true };
    const given = await assignMany(w.mia, toPat);
    expect(given.done).toMatchObject([
      { number: own.number, from: null, opened: false },
      { number: held.number, from: 'Ava Agent' },
    ]);
    expect(given.refused).toMatchObject([{ number: others.number, rule: 'REC-5' }]);
    expect(await assignMany(w.mia, toPat)).toMatchObject({ done: [], already: [own.number, held.number] });
    expect(await assignMany(w.ava, { ...toPat, records: [others] })).toMatchObject({ refused: [{ rule: 'ACC-6' }] });
  });

  it('CASE-8 · oneself as a person is as good as Assign to me', async () => {
    const theCase = await aCase(w);
    await assignMany(w.ava, { kind: 'case', records: [theCase], to: { userId: w.ava.id } });
    expect(await fresh(theCase)).toMatchObject({ state: 'open', assignedToId: w.ava.id });
  });
});

describe('undoing a bulk assignment', () => {
  it('REC-3 · restores records that nobody has changed since', async () => {
    const [first, free, changed] = [
      await anIncident(w, { assignedToId: w.noa.id }),
      await anIncident(w),
      await anIncident(w),
    ];
    const bulk = await takeIncidents(first, free, changed);
    await change(w.mia, changed, { description: 'Changed meanwhile' });
    const undone = await undoIncidents(bulk);
    expect(numbersOf(undone)).toEqual([first.number, free.number]);
    expect(undone.refused).toEqual([
      { number: changed.number, rule: 'REC-3', because: 'Changed since, and left as it is.' },
    ]);
    const now = await Promise.all([first, free, changed].map(fresh));
    expect(now.map(({ assignedToId }) => assignedToId)).toEqual([w.noa.id, null, w.ian.id]);
    expect(numbersOf(await undoIncidents(bulk))).toEqual([]);
  });

  it('ACC-6 · returns a case to its previous agent; it stays Open', async () => {
    const theCase = await aCase(w, { assignedToId: w.ava.id });
    const bulk = await assignMany(w.pat, { kind: 'case', records: [theCase], to: 'me', confirmed: true });
    expect(bulk.done).toMatchObject([{ from: 'Ava Agent', opened: true }]);
    const undone = await undoMany(w.pat, { kind: 'case', what: 'assignment', records: bulk.done });
    expect(numbersOf(undone)).toEqual([theCase.number]);
    expect(await fresh(theCase)).toMatchObject({ assignedToId: w.ava.id, state: 'open' });
  });

  it('sets a group back', async () => {
    const incident = await anIncident(w);
    const bulk = await assignMany(w.ian, { kind: 'incident', records: [incident], to: { groupId: w.desk } });
    expect(await fresh(incident)).toMatchObject({ assignmentGroupId: w.desk });
    await undoIncidents(bulk);
    expect(await fresh(incident)).toMatchObject({ assignmentGroupId: null });
  });

  it('REC-3 · is refused for assignments of others and for other changes', async () => {
    const [theirs, edited] = [await anIncident(w), await anIncident(w)];
    await change(w.mia, theirs, { assignedToId: w.mia.id });
    await change(w.ian, edited, { description: 'No assignment' });
    const records = [theirs, edited].map(({ number }) => ({ number, version: 2 }));
    const refused = await undoMany(w.ian, { kind: 'incident', what: 'assignment', records });
    expect(refused.refused.map(({ rule }) => rule)).toEqual(['REC-3', 'REC-3']);
    expect(await fresh(theirs)).toMatchObject({ assignedToId: w.mia.id });
  });

  it('REC-3 · cannot be undone itself', async () => {
    const incident = await anIncident(w, { assignedToId: w.mia.id });
    const undone = await undoIncidents(await takeIncidents(incident));
    expect(numbersOf(undone)).toEqual([incident.number]);
    expect(await undoIncidents(undone)).toMatchObject({ done: [], refused: [{ rule: 'REC-3' }] });
    expect(await fresh(incident)).toMatchObject({ assignedToId: w.mia.id });
  });

  it('REC-5, CASE-5 · restores no assignee who can no longer work the record, and changes no closed case', async () => {
    const left = await holderOf('Lou Left', ['itil']);
    const incident = await anIncident(w, { assignedToId: left.id });
    const bulk = await takeIncidents(incident);
    await db().userRole.deleteMany({ where: { userId: left.id } });
    expect((await undoIncidents(bulk)).refused).toMatchObject([{ rule: 'REC-5' }]);

    const theCase = await aCase(w);
    const taken = await assignMany(w.ava, { kind: 'case', records: [theCase], to: 'me' });
    await moveCase(w.ava, { number: theCase.number, verb: 'cancel' });
    const late = await undoMany(w.ava, { kind: 'case', what: 'assignment', records: taken.done });
    expect(late.refused).toMatchObject([{ rule: 'REC-3' }]);
  });
});

it('REC-5 · a record is selected once', () => {
  const record = { number: 'CS0001001', version: 1 };
  const of = (records: unknown) => AssignMany.safeParse({ kind: 'case', records, to: 'me' }).success;
  expect(of([record])).toBe(true);
  expect(of([record, { ...record, number: 'CS0001002' }])).toBe(true);
  expect(of([record, record])).toBe(false);
});

import { describe, expect, it } from 'vitest';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { db } from '#lib/platform/db.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import {
  aCase,
  aCaseWithIncident,
  anIncident,
  change,
  commentsOf,
  fresh,
  journalOf,
  notesOf,
  setProperty,
  world,
} from '#lib/testing/world.ts';
import { addEntryToMany } from './add-entry-to-many.ts';
import { AddEntryToMany, type Listed, UpdateMany, WatchMany } from './schema.ts';
import { undoMany } from './undo-many.ts';
import { updateMany } from './update-many.ts';
import { watchMany } from './watch-many.ts';

const w = await world();

const high = { to: { values: { priority: '2' } } };
const cases = (records: readonly Listed[]) => ({ kind: 'case' as const, records: [...records] });
const incidents = (records: readonly Listed[]) => ({ kind: 'incident' as const, records: [...records] });
const numbersOf = (records: readonly { number: string }[]) => records.map(({ number }) => number);
const prioritiesOf = async (records: readonly TaskRecord[]) =>
  (await Promise.all(records.map(fresh))).map(({ priority }) => priority);

describe('the priority of many', () => {
  it('REC-2 · is set like for one record: version, history and author', async () => {
    const theCase = await aCase(w);
    const { done } = await updateMany(w.ava, { ...cases([theCase]), ...high });
    expect(done).toEqual([{ number: theCase.number, version: 2 }]);
    expect(await fresh(theCase)).toMatchObject({ priority: 2, version: 2 });
    const history = await db().fieldChange.findMany({
      where: { taskId: theCase.id, version: 2 },
      select: { field: true, newDisplay: true, cause: { select: { actorId: true } } },
    });
    expect(history).toEqual([{ field: 'priority', newDisplay: '2 - High', cause: { actorId: w.ava.id } }]);
  });

  it('ACC-6, CASE-5 · in a mixed selection the allowed records are changed, the others reported one by one', async () => {
    const [own, there, others, closed] = [
      await aCase(w),
      await aCase(w, { priority: '2' }),
      await aCase(w, { consumerId: w.jane.id }),
      await aCase(w),
    ];
    await moveCase(w.ava, { number: closed.number, verb: 'cancel' });
    const selection = cases([own, there, others, await fresh(closed)]);
    const bulk = await updateMany(w.pat, { ...selection, ...high });
    expect(numbersOf(bulk.done)).toEqual([own.number]);
    expect(bulk.already).toEqual([there.number]);
    expect(bulk.refused).toMatchObject([
      { number: others.number, rule: 'REL-16' },
      { number: closed.number, rule: 'CASE-5' },
    ]);
    expect(await prioritiesOf([own, others, closed])).toEqual([2, 4, 4]);
    expect(await updateMany(w.vic, { ...cases([own]), ...high })).toMatchObject({ refused: [{ rule: 'ACC-6' }] });
  });

  it('REC-3 · a second run changes nothing, and overwrites no later change', async () => {
    const [first, second] = [await aCase(w), await aCase(w)];
    await change(w.mia, second, { priority: '1' });
    const bulk = await updateMany(w.ava, { ...cases([first, second]), ...high });
    expect(bulk).toMatchObject({
      done: [{ number: first.number }],
      refused: [{ number: second.number, rule: 'REC-3' }],
    });
    const again = await updateMany(w.ava, { ...cases([await fresh(first)]), ...high });
    expect(again).toMatchObject({ done: [], already: [first.number], refused: [] });
    expect(await fresh(first)).toMatchObject({ version: 2 });
  });

  it('INC-4 · is refused if it follows from impact and urgency; with the lookup off it is set', async () => {
    const incident = await anIncident(w);
    expect(await updateMany(w.ian, { ...incidents([incident]), ...high })).toMatchObject({
      done: [],
      refused: [{ number: incident.number, rule: 'INC-4' }],
    });
    await setProperty('com.snc.incident.data_lookup_active', 'false');
    expect(await updateMany(w.ian, { ...incidents([incident]), ...high })).toMatchObject({ refused: [] });
    await setProperty('com.snc.incident.data_lookup_active', 'true');
    expect(await prioritiesOf([incident])).toEqual([2]);
  });

  it('REC-3 · is restored for exactly the records that nobody has changed since, each to its former value', async () => {
    const [low, critical, changed] = [await aCase(w), await aCase(w, { priority: '1' }), await aCase(w)];
    const { done: records } = await updateMany(w.ava, { ...cases([low, critical, changed]), ...high });
    await change(w.mia, changed, { description: 'Changed meanwhile' });
    const undone = await undoMany(w.ava, { kind: 'case', what: 'priority', records });
    expect(numbersOf(undone.done)).toEqual([low.number, critical.number]);
    expect(undone.refused).toMatchObject([{ number: changed.number, rule: 'REC-3' }]);
    expect(await prioritiesOf([low, critical, changed])).toEqual([4, 1, 2]);
    const twice = await undoMany(w.ava, { kind: 'case', what: 'priority', records });
    expect(twice).toMatchObject({ done: [], refused: [{ rule: 'REC-3' }, { rule: 'REC-3' }, { rule: 'REC-3' }] });
    const assignment = await undoMany(w.ava, {
      kind: 'case',
      what: 'assignment',
      records: [{ number: changed.number, version: 3 }],
    });
    expect(assignment.refused).toMatchObject([{ rule: 'REC-3' }]);
  });
});

it('REC-5 · an unknown field is refused for each record, whatever the value; an empty value is no change', async () => {
  const theCase = await aCase(w);
  const bulk = await updateMany(w.ava, { ...cases([theCase]), to: { values: { constructor: null } } });
  expect(bulk).toMatchObject({ done: [], already: [], refused: [{ rule: 'REC-5' }] });
  expect(UpdateMany.safeParse({ ...cases([theCase]), to: { values: {} } }).success).toBe(false);
});

it('REC-5 · a text that a button does not ask for is refused, not dropped', async () => {
  const [theCase, other] = [await aCase(w), await aCase(w)];
  const bulk = await updateMany(w.ava, { ...cases([theCase]), to: { verb: 'assign-to-me', values: {} }, comment: 'x' });
  expect(bulk.refused).toEqual([
    { number: theCase.number, rule: 'REC-5', because: 'Assign to me does not accept a comment.' },
  ]);
  const noted = moveCase(w.ava, { number: other.number, verb: 'cancel', workNote: 'x' });
  await expect(noted).rejects.toThrow('Cancel case does not accept a work note.');
  expect(await fresh(other)).toMatchObject({ state: other.state, version: other.version });
});

describe('the state of many', () => {
  it('SYNC-3, SYNC-INC-1 · synchronized cases are updated like for one record, and counted', async () => {
    const pairs = [await aCaseWithIncident(w), await aCaseWithIncident(w)];
    const selected = pairs.map(({ incident }) => incident);
    const bulk = await updateMany(w.ian, { ...incidents(selected), to: { values: { state: 'in_progress' } } });
    expect(numbersOf(bulk.done)).toEqual(numbersOf(selected));
    const alone = await aCaseWithIncident(w);
    const { updatedCount } = await change(w.ian, alone.incident, { state: 'in_progress' });
    expect(updatedCount).toBeGreaterThan(0);
    expect(bulk.updatedCount).toBe(2 * updatedCount);
    const notes = (await notesOf(alone.theCase)).length;
    for (const { theCase } of pairs) expect((await notesOf(theCase)).length).toBe(notes);
  });

  it('INC-1 · accepts the fields of the move; unchanged records are skipped', async () => {
    const [first, second] = [await anIncident(w), await anIncident(w)];
    await change(w.ian, second, { state: 'on_hold', holdReason: 'awaiting_vendor' });
    const onHold = (values: Record<string, string>, comment?: string) =>
      updateMany(w.ian, {
        ...incidents([first, second]),
        to: { values: { state: 'on_hold', ...values } },
        ...(comment ? { comment } : {}),
      });
    expect(await onHold({})).toMatchObject({ done: [], already: [second.number], refused: [{ rule: 'INC-1' }] });
    const waiting = { holdReason: 'awaiting_caller' };
    expect(await onHold(waiting)).toMatchObject({ refused: [{ rule: 'INC-1' }] });
    expect(await onHold(waiting, 'Which floor?')).toMatchObject({ done: [{ number: first.number }] });
    expect(await commentsOf(first)).toEqual(['Which floor?']);
    expect(await fresh(second)).toMatchObject({ holdReason: 'awaiting_vendor' });
  });

  it('CASE-8, CASE-2 · buttons of cases ask the same as on one case', async () => {
    const [first, second, cancelled] = [await aCase(w), await aCase(w), await aCase(w)];
    await moveCase(w.ava, { number: cancelled.number, verb: 'cancel' });
    const propose = (values: Record<string, string>) =>
      updateMany(w.ava, { ...cases([first, second, cancelled]), to: { verb: 'propose-solution', values } });
    expect((await propose({})).refused.map(({ rule }) => rule)).toEqual(['CASE-2', 'CASE-2', 'CASE-5']);
    const bulk = await propose({ resolutionCode: 'duplicate', resolutionNotes: 'Twice.' });
    expect(numbersOf(bulk.done)).toEqual(numbersOf([first, second]));
    expect(await fresh(second)).toMatchObject({ state: 'resolved', resolutionNotes: 'Twice.' });
  });

  it('CASE-6 · a wrong code needs confirmation, for those records only', async () => {
    const [{ theCase }, plain] = [await aCaseWithIncident(w), await aCase(w)];
    const values = { resolutionCode: 'fixed_by_incident', resolutionNotes: 'It works.' };
    const to = { verb: 'propose-solution' as const, values };
    const bulk = await updateMany(w.ava, { ...cases([theCase, plain]), to });
    expect(bulk).toMatchObject({
      done: [],
      refused: [
        { rule: 'CASE-6', confirm: true },
        { rule: 'CASE-6', confirm: true },
      ],
    });
    const again = await updateMany(w.ava, { ...cases([await fresh(theCase)]), to, confirmed: true });
    expect(numbersOf(again.done)).toEqual([theCase.number]);
  });
});

describe('words for many', () => {
  it('REC-1, ACC-6, CASE-5 · reach each record that takes them, as its own entry', async () => {
    const [first, second, others, closed] = [
      await aCase(w),
      await aCase(w),
      await aCase(w, { consumerId: w.jane.id }),
      await aCase(w),
    ];
    await moveCase(w.ava, { number: closed.number, verb: 'cancel' });
    const selection = cases([first, second, others, closed]);
    const bulk = await addEntryToMany(w.pat, { ...selection, type: 'comment', text: 'We are on it.' });
    expect(numbersOf(bulk.done)).toEqual(numbersOf([first, second]));
    expect(bulk.refused).toMatchObject([{ rule: 'REL-16' }, { rule: 'CASE-5' }]);
    for (const theCase of [first, second]) expect(await commentsOf(theCase)).toEqual(['We are on it.']);
    expect(await journalOf(others)).toEqual([]);
    await addEntryToMany(w.ava, { ...cases([first]), type: 'work_note', text: 'Psst' });
    expect(await notesOf(first)).toEqual(['Psst']);
  });
});

describe('watching many', () => {
  it('INC-6 · puts oneself on the list of each, once, and takes oneself off', async () => {
    const [first, second, hidden] = [await aCase(w), await aCase(w), await anIncident(w)];
    const watch = (watching: boolean) => watchMany(w.pat, { ...cases([first, second]), list: 'watch_list', watching });
    expect(numbersOf((await watch(true)).done)).toEqual(numbersOf([first, second]));
    expect(await watch(true)).toMatchObject({ done: [], already: numbersOf([first, second]) });
    expect(await db().taskWatcher.count({ where: { userId: w.pat.id } })).toBe(2);
    expect(numbersOf((await watch(false)).done)).toEqual(numbersOf([first, second]));
    const unseen = await watchMany(w.pat, { ...incidents([hidden]), list: 'watch_list', watching: true });
    expect(unseen.refused).toMatchObject([{ rule: 'REL-16' }]);
  });
});

it('REC-3 · a comment or a watch needs no version', () => {
  const records = [{ number: 'CS0001001', version: 2_147_483_647 }];
  const said = AddEntryToMany.parse({ kind: 'case', records, type: 'comment', text: 'Hello' });
  const watched = WatchMany.parse({ kind: 'case', records, list: 'watch_list', watching: true });
  expect([said.records, watched.records]).toEqual([[{ number: 'CS0001001' }], [{ number: 'CS0001001' }]]);
});

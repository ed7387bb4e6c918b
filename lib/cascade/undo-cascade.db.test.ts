import { describe, expect, it } from 'vitest';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { timelineOf } from '#lib/journal/queries/timeline.ts';
import type { Incident } from '#lib/kinds/incident/definition.ts';
import { at } from '#lib/platform/clock.ts';
import { db, type Prisma } from '#lib/platform/db.ts';
import { aCase, anIncident, change, fresh, journalOf, notesOf, world } from '#lib/testing/world.ts';
import { undoCascade } from './commands/undo-cascade.ts';
import { ownCascade } from './queries/own-cascade.ts';

const w = await world();

const RESOLVED = {
  state: 'resolved',
  resolutionCode: 'solution_provided',
  resolutionNotes: 'Spliced.',
  probableCause: 'A digger.',
};
const AS_BEFORE = {
  resolutionCode: null,
  resolutionNotes: '',
  probableCause: '',
  resolvedAt: null,
  resolvedById: null,
};
const MINUTES = 60_000;

/** A case caused by the incident. */
async function aProactiveCase(incident: Incident, state: 'new' | 'open' | 'awaiting_info') {
  const theCase = await aCase(w);
  await db().task.update({ where: { id: theCase.id }, data: { state } });
  await db().case.update({ where: { id: theCase.id }, data: { proactive: true, incidentId: incident.id } });
  return fresh(theCase);
}

/** An incident with proactive cases, resolved by Ian. */
async function aCascade(...states: ('new' | 'open' | 'awaiting_info')[]) {
  const incident = await anIncident(w);
  const cases = [];
  for (const state of states) cases.push(await aProactiveCase(incident, state));
  await change(w.ian, incident, RESOLVED);
  const { number } = incident;
  const { id: causeId } = await db().cause.findFirstOrThrow({
    where: { taskId: incident.id, rules: { has: 'SYNC-INC-5' } },
  });
  return { incident, cases, number, causeId };
}

const stateOf = async (record: Parameters<typeof fresh>[0]) => (await fresh(record)).state;

describe('SYNC-7 · Undo', () => {
  it('SYNC-7 · each case returns to its former state, with all fields of the cascade; the journals keep both entries', async () => {
    const { incident, cases, number, causeId } = await aCascade('new', 'open', 'awaiting_info');
    expect(await Promise.all(cases.map(stateOf))).toEqual(['resolved', 'resolved', 'resolved']);
    expect(await undoCascade(w.ian, { number, causeId })).toEqual({ restored: 3, left: [] });
    for (const [index, label] of ['New', 'Open', 'Awaiting Info'].entries()) {
      const before = cases[index];
      if (!before) throw new Error('There is no such case.');
      expect(await fresh(before)).toMatchObject({ ...AS_BEFORE, state: before.state, version: before.version + 2 });
      const notes = await notesOf(before);
      expect(notes.join('\n')).toContain(
        `${number} was resolved as Solution provided, and its proactive cases with it.`,
      );
      expect(notes.at(-1)).toBe(`Ian Itil has undone the resolution with ${number}: this case is ${label} again.`);
      const history = await db().fieldChange.findMany({
        where: { taskId: before.id, field: 'state' },
        orderBy: { version: 'asc' },
      });
      expect(history.slice(-2).map(({ newValue }) => newValue)).toEqual(['resolved', before.state]);
    }
    expect(await fresh(incident)).toMatchObject({ state: 'resolved', resolutionNotes: 'Spliced.' });
    expect((await notesOf(incident)).at(-1)).toBe('Undone: 3 cases went back to the state before.');
  });

  it('SYNC-7 · the caller of the incident does not read which cases are left; the undo is still about the incident', async () => {
    const { incident, cases, number, causeId } = await aCascade('open', 'open');
    const [touched] = cases;
    if (!touched) throw new Error('There is no case.');
    await db().incident.update({ where: { id: incident.id }, data: { callerId: w.nils.id } });
    await addEntry(w.ava, { kind: 'case', number: touched.number, type: 'work_note', text: 'Called them.' });
    await undoCascade(w.ian, { number, causeId });
    const notesFor = async (reader: typeof w.nils) =>
      JSON.stringify(await timelineOf(reader, { kind: 'incident', number, filter: 'work_note', cursor: null }));
    expect(await notesFor(w.ian)).toContain(`${touched.number}: Someone has written to it since.`);
    expect(await notesFor(w.nils)).not.toContain(touched.number);
    const undo = await db().cause.findFirstOrThrow({ where: { command: 'undo-cascade', taskId: incident.id } });
    const updates = await db().ledgerUpdate.findMany({ where: { causeId: undo.id }, select: { sourceId: true } });
    expect(updates).toContainEqual({ sourceId: incident.id });
  });

  it.each([
    ['all went back', 0],
    ['one was left', 1],
  ])(
    'SYNC-7, MAIL-10, ACC-6 · the caller on the work notes list is not told of the cases, by email or in the journal: %s',
    async (_what, touched) => {
      const { incident, cases, number, causeId } = await aCascade('open', 'open');
      await db().incident.update({ where: { id: incident.id }, data: { callerId: w.nils.id } });
      const watchers = [w.nils, w.noa].map(
        ({ id: userId }) => ({ taskId: incident.id, list: 'work_notes_list', userId }) as const,
      );
      await db().taskWatcher.createMany({ data: watchers });
      for (const each of cases.slice(0, touched))
        await addEntry(w.ava, { kind: 'case', number: each.number, type: 'work_note', text: 'Called them.' });
      await undoCascade(w.ian, { number, causeId });
      const { id: undoId } = await db().cause.findFirstOrThrow({
        where: { command: 'undo-cascade', taskId: incident.id },
      });
      const mails = await db().mail.findMany({ where: { causeId: undoId, taskId: incident.id, event: 'work note' } });
      const outcomes = new Map(mails.map(({ recipientId, status }) => [recipientId, status]));
      expect([outcomes.get(w.nils.id), outcomes.get(w.noa.id)]).toEqual(['suppressed', 'queued']);
      const notes = JSON.stringify(
        await timelineOf(w.nils, { kind: 'incident', number, filter: 'work_note', cursor: null }),
      );
      expect(notes).not.toContain('Undone');
    },
  );

  it.each([
    [
      'a customer answers',
      'Someone has written to it since',
      (number: string) => addEntry(w.cora, { kind: 'case', number, type: 'comment', text: 'Still down.' }),
    ],
    [
      'an agent writes a note',
      'Someone has written to it since',
      (number: string) => addEntry(w.ava, { kind: 'case', number, type: 'work_note', text: 'Called them.' }),
    ],
    [
      'the customer accepts',
      'It is Closed now',
      (number: string) => moveCase(w.cora, { number, verb: 'accept-solution' }),
    ],
    [
      'a field is changed',
      'It was changed since',
      async (number: string) =>
        change(w.ava, { ...(await db().task.findUniqueOrThrow({ where: { number } })), kind: 'case' } as never, {
          urgency: 1,
        }),
    ],
  ])('SYNC-7 · where %s, the case is left and listed: %s', async (_, reason, touch) => {
    const { incident, cases, number, causeId } = await aCascade('open', 'open');
    const [touched, other] = cases;
    if (!touched || !other) throw new Error('There are no cases.');
    await touch(touched.number);
    const standing = await fresh(touched);
    const { restored, left } = await undoCascade(w.ian, { number, causeId });
    expect({ restored, left }).toEqual({ restored: 1, left: [{ id: touched.id, number: touched.number, reason }] });
    expect(await fresh(touched)).toEqual(standing);
    expect(await stateOf(other)).toBe('open');
    expect(await ownCascade(w.ian, incident.id)).toMatchObject({
      undoable: null,
      undone: { restored: 1, left: [{ number: touched.number, reason }] },
    });
    expect((await notesOf(incident)).at(-1)).toContain(`${touched.number}: ${reason}.`);
  });

  it.each([
    ['who did not cause it', 'Only the person who resolved the cases can undo that.', 0, () => w.adam],
    [
      'after ten minutes',
      'The cases were resolved more than 10 minutes ago: that can no longer be undone.',
      11,
      () => w.ian,
    ],
    ['whose roles do not allow it', 'Your roles do not allow you to change incidents.', 0, () => w.rita],
  ])('SYNC-7, ACC-6 · %s is refused', async (_, because, minutes, by) => {
    const { incident, cases, number, causeId } = await at(new Date(Date.now() - minutes * MINUTES), () =>
      aCascade('open'),
    );
    await expect(undoCascade(by(), { number, causeId })).rejects.toMatchObject({ because });
    expect(await ownCascade(by(), incident.id)).toBeNull();
    expect(await stateOf(cases[0] ?? incident)).toBe('resolved');
    const bare = db().cascadeUndo.create({ data: { causeId, undoneById: by().id, undoneAt: new Date(), restored: 0 } });
    await expect(bare).rejects.toThrow(/only who caused a cascade undoes it/);
  });

  it('SYNC-7 · other updates of the incident and updates of other incidents are not part of its cascade', async () => {
    const { causeId } = await aCascade('open');
    const { number } = await anIncident(w);
    await expect(undoCascade(w.ian, { number, causeId })).rejects.toMatchObject({ rule: 'SYNC-7' });
  });

  it('SYNC-7 · two presses at once, and one later, have one outcome', async () => {
    const { cases, number, causeId } = await aCascade('open', 'new');
    const presses = await Promise.allSettled([
      undoCascade(w.ian, { number, causeId }),
      undoCascade(w.ian, { number, causeId }),
    ]);
    expect(presses.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await expect(undoCascade(w.ian, { number, causeId })).rejects.toMatchObject({
      because: 'This has already been undone.',
    });
    for (const theCase of cases) {
      expect(await stateOf(theCase)).toBe(theCase.state);
      expect((await notesOf(theCase)).filter((note) => note.includes('has undone'))).toHaveLength(1);
    }
    expect(await db().cascadeUndo.count({ where: { causeId } })).toBe(1);
  });

  it('SYNC-7 · when an undo and a customer’s answer come at once, the second user sees the result of the first', async () => {
    for (const order of ['undo', 'answer', 'undo', 'answer', 'undo', 'answer']) {
      const { cases, number, causeId } = await aCascade('awaiting_info');
      const [theCase] = cases;
      if (!theCase) throw new Error('There is no case.');
      const undo = () => undoCascade(w.ian, { number, causeId });
      const answer = () =>
        addEntry(w.cora, { kind: 'case', number: theCase.number, type: 'comment', text: 'Still down.' });
      const both = order === 'undo' ? [undo(), answer()] : [answer(), undo()];
      await Promise.all(both);
      const { restored } = await db().cascadeUndo.findUniqueOrThrow({ where: { causeId } });
      const entries = await journalOf(theCase);
      // Restored to Awaiting Info, then opened by the answer; or the answer came first and the case was not restored.
      expect(await stateOf(theCase)).toBe(restored === 1 ? 'open' : 'resolved');
      expect(await fresh(theCase)).toMatchObject(restored === 1 ? AS_BEFORE : { resolutionNotes: 'Spliced.' });
      expect(entries.filter(({ text }) => text.includes('has undone'))).toHaveLength(restored);
      expect(entries.filter(({ type }) => type === 'comment')).toHaveLength(1);
    }
  });

  it('SYNC-7, INC-7 · a case resolved through a child incident names the child, which stays resolved', async () => {
    const parent = await anIncident(w);
    const child = await anIncident(w, { parentId: parent.id });
    const [own, ofChild] = [await aProactiveCase(parent, 'open'), await aProactiveCase(child, 'new')];
    await change(w.ian, parent, RESOLVED, { resolveChildren: [child.number] });
    const { undoable, causeId = '' } = (await ownCascade(w.ian, parent.id)) ?? {};
    expect(undoable).toMatchObject({ cases: 2, changed: 0, children: 1 });
    await undoCascade(w.ian, { number: parent.number, causeId });
    const told = (number: string, label: string) =>
      `Ian Itil has undone the resolution with ${number}: this case is ${label} again.`;
    expect((await notesOf(own)).at(-1)).toBe(told(parent.number, 'Open'));
    expect((await notesOf(ofChild)).at(-1)).toBe(told(child.number, 'New'));
    expect((await journalOf(ofChild)).at(-1)?.sourceTaskId).toBe(child.id);
    expect(await stateOf(child)).toBe('resolved');
  });

  it('SYNC-7, MAIL-2 · withholds its unsent emails, and no others', async () => {
    const { cases, incident, number, causeId } = await aCascade('open', 'open', 'open', 'open', 'open', 'open');
    const [waits, sent, left, again, failed, leaving] = cases;
    if (!waits || !sent || !left || !again || !failed || !leaving) throw new Error('There are no cases.');
    const mailOf = (theCase: { id: string }, data: Prisma.MailUpdateManyMutationInput) =>
      db().mail.updateMany({ where: { causeId, taskId: theCase.id }, data });
    await mailOf(again, { tries: 1, lastError: 'Greylisted' });
    await mailOf(failed, { status: 'failed', nextTryAt: null, tries: 6, lastError: 'Mailbox full' });
    // A process is sending it for the first time.
    await mailOf(leaving, { tries: 1 });
    await db().mail.updateMany({
      where: { causeId, taskId: sent.id },
      data: { status: 'sent', nextTryAt: null, tries: 1, sentAt: new Date() },
    });
    await addEntry(w.ava, { kind: 'case', number: left.number, type: 'work_note', text: 'Called them.' });
    const statusOf = async (theCase: { id: string }) =>
      await db().mail.findMany({ where: { causeId, taskId: theCase.id }, select: { status: true, reason: true } });
    const queued = [{ status: 'queued', reason: '' }];
    expect(await statusOf(waits)).toEqual(queued);
    expect(await ownCascade(w.ian, incident.id)).toMatchObject({
      undoable: { cases: 6, changed: 1, waiting: 3, gone: 2 },
    });
    await undoCascade(w.ian, { number, causeId });
    const undone = [{ status: 'suppressed', reason: 'the resolution was undone' }];
    for (const unsent of [waits, again, failed]) expect(await statusOf(unsent)).toEqual(undone);
    expect(await statusOf(leaving)).toEqual(queued);
    expect(await statusOf(sent)).toEqual([{ status: 'sent', reason: '' }]);
    expect(await statusOf(left)).toEqual(queued);
  });

  it('SYNC-7 · reopening the incident reopens no case, and the cases can still be restored', async () => {
    const { cases, incident, number, causeId } = await aCascade('open');
    await change(w.ian, incident, { state: 'in_progress' });
    expect(await stateOf(cases[0] ?? incident)).toBe('resolved');
    expect(await undoCascade(w.ian, { number, causeId })).toMatchObject({ restored: 1 });
    expect(await stateOf(cases[0] ?? incident)).toBe('open');
    expect(await stateOf(incident)).toBe('in_progress');
  });

  it('SYNC-7 · an undone entry stays undone: no row is rewritten or deleted', async () => {
    const { number, causeId } = await aCascade('open');
    await undoCascade(w.ian, { number, causeId });
    const rewritten = db().$executeRaw`update cascade_undos set restored = 0 where cause_id = ${causeId}::uuid`;
    await expect(rewritten).rejects.toThrow(/append-only/);
    const deleted = db().$executeRaw`delete from cascade_undos where cause_id = ${causeId}::uuid`;
    await expect(deleted).rejects.toThrow(/append-only/);
  });
});

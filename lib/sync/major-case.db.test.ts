import { beforeEach, describe, expect, it } from 'vitest';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { timelineOf } from '#lib/journal/queries/timeline.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import { addChildren } from '#lib/major-case/commands/add-children.ts';
import { openMajorCase } from '#lib/major-case/commands/open-major-case.ts';
import { removeChild } from '#lib/major-case/commands/remove-child.ts';
import { db } from '#lib/platform/db.ts';
import { associate } from '#lib/related/commands/associate.ts';
import { remove } from '#lib/related/commands/remove.ts';
import { syncChildren } from '#lib/testing/major-case-scenario.ts';
import { aCase, anIncident, change, commentsOf, fresh, notesOf, setRuleActive, world } from '#lib/testing/world.ts';

const w = await world();

const DEFAULT = 'priority,state,comments,work_notes,assigned_to,close_notes,resolution_code';
const sync = syncChildren;

beforeEach(() => sync(true));

const say = (number: string, type: 'comment' | 'work_note', text: string) =>
  addEntry(w.mia, { kind: 'case', number, type, text });
const solved = { resolutionCode: 'fixed_by_support', resolutionNotes: 'Replaced.' };
const fixed = { state: 'resolved', resolutionCode: 'solution_provided', resolutionNotes: 'Restarted.' };

async function aFamily(...children: Case[]): Promise<Case> {
  const values = { shortDescription: 'Payments fail', businessImpact: 'No sales.', priority: 2 };
  const major = await openMajorCase(w.mia, { as: 'major case', values });
  if (children.length > 0)
    await addChildren(w.mia, { number: major.number, caseNumbers: children.map(({ number }) => number) });
  return fresh(major);
}

const link = (theCase: Case, { number }: { number: string }) =>
  associate(w.mia, { caseNumber: theCase.number, link: 'incident', number });

/** Notes since the children were added. */
const later = async (theCase: Case) => (await notesOf(theCase)).filter((note) => !/ (associated|child of)/.test(note));

describe('SYNC-MAJ-1 · a major case and its children', () => {
  it('SYNC-MAJ-1, SYNC-MAJ-5, MAJ-7 · listed fields are copied to open children, and none while the list is empty', async () => {
    const [one, resolved] = [await aCase(w), await aCase(w)];
    const major = await aFamily(one, resolved);
    await moveCase(w.ava, { number: resolved.number, verb: 'propose-solution', values: solved });
    await sync(false);
    await change(w.mia, major, { priority: 3 });
    await sync(true);
    await change(w.mia, major, { priority: 1, impact: 1 }, { comment: 'We look.', workNote: 'A router.' });
    expect(await fresh(one)).toMatchObject({ priority: 1, impact: one.impact, state: 'new' });
    expect([await commentsOf(one), await later(one)]).toEqual([['We look.'], ['A router.']]);
    expect([await commentsOf(resolved), (await fresh(resolved)).priority]).toEqual([[], 4]);
    await moveCase(w.mia, { number: major.number, verb: 'assign-to-me' });
    expect(await fresh(one)).toMatchObject({ state: 'open', assignedToId: w.mia.id });
    await moveCase(w.mia, { number: major.number, verb: 'request-info', comment: 'Which floor?' });
    expect((await fresh(one)).state).toBe('open');
    await moveCase(w.mia, { number: major.number, verb: 'propose-solution', values: solved });
    expect(await fresh(one)).toMatchObject({ state: 'resolved', ...solved });
  });

  it('SYNC-MAJ-1, REC-5 · a user who cannot work a child is not assigned to it; all other fields are copied', async () => {
    const ofJane = await aCase(w, { consumerId: w.jane.id });
    const major = await aFamily(ofJane);
    await change(w.mia, major, { assignedToId: w.pat.id, priority: 1 });
    expect(await fresh(ofJane)).toMatchObject({ assignedToId: null, priority: 1 });
  });

  it('SYNC-MAJ-2 · closing closes the open children where states are listed, and none else', async () => {
    for (const [fields, state] of [
      [DEFAULT, 'closed'],
      ['comments', 'new'],
    ] as const) {
      const child = await aCase(w);
      const major = await aFamily(child);
      await sync(true, fields);
      await moveCase(w.mia, { number: major.number, verb: 'close', values: { resolutionNotes: 'Done.' } });
      expect((await fresh(child)).state).toBe(state);
    }
  });

  it('SYNC-MAJ-3, SYNC-MAJ-4, SYNC-INC-6 · a shared incident updates the child through the major case, another one directly', async () => {
    for (const [on, fields, told] of [
      [false, `${DEFAULT},incident`, false],
      [true, DEFAULT, false],
      [true, `${DEFAULT},incident`, true],
    ] as const) {
      await sync(false);
      const [incident, another] = [await anIncident(w), await anIncident(w)];
      const [same, different, none] = [await aCase(w), await aCase(w), await aCase(w)];
      await link(same, incident);
      await link(different, another);
      const major = await aFamily(same, different, none);
      await link(major, incident);
      await sync(on, fields);
      await change(w.ian, incident, fixed);
      const note = `${incident.number} state changed from New to Resolved.`;
      expect((await later(major)).some((text) => text.includes(note))).toBe(true);
      expect((await later(same)).some((text) => text.includes(note))).toBe(told);
      const copied = `${incident.number} was resolved as Solution provided: its resolution is copied to this case, because its major case has that incident.`;
      expect([await later(different), await later(none)]).toEqual([[], [copied]]);
      expect((await later(same)).some((text) => text.includes(copied))).toBe(true);
      expect(await notesOf(incident)).toContain('There is a major case associated with this incident.');
      for (const each of [major, same, none])
        expect(await fresh(each)).toMatchObject({
          resolutionNotes: 'Restarted.',
          resolutionCode: 'fixed_by_incident',
          state: 'new',
        });
      expect((await fresh(different)).resolutionNotes).toBe('');
      await change(w.ian, another, { state: 'in_progress' });
      expect(await later(different)).toEqual([`${another.number} state changed from New to In Progress.`]);
    }
  });

  it.each(['SYNC-MAJ-1', 'SYNC-MAJ-2'])('%s, ADM-2 · off, it does nothing', async (id) => {
    const child = await aCase(w);
    const major = await aFamily(child);
    await setRuleActive(id, false);
    await say(major.number, 'comment', 'Words.');
    await moveCase(w.mia, { number: major.number, verb: 'close', values: { resolutionNotes: 'Done.' } });
    await setRuleActive(id, true);
    expect([(await commentsOf(child)).length, (await fresh(child)).state]).toEqual(
      id === 'SYNC-MAJ-1' ? [0, 'closed'] : [1, 'new'],
    );
  });

  it.each(['SYNC-INC-6', 'SYNC-MAJ-3'])('%s, ADM-2 · switched off, only its own effect is missing', async (id) => {
    const isOff = (rule: string) => rule === id;
    await sync(true, `${DEFAULT},incident`);
    const [incident, child] = [await anIncident(w), await aCase(w)];
    await link(child, incident);
    const major = await aFamily(child);
    await link(major, incident);
    await setRuleActive(id, false);
    await change(w.ian, incident, fixed);
    await setRuleActive(id, true);
    const resolution = isOff('SYNC-INC-6') ? '' : 'Restarted.';
    expect([(await fresh(major)).resolutionNotes, (await fresh(child)).resolutionNotes]).toEqual([
      resolution,
      resolution,
    ]);
    expect((await notesOf(incident)).includes('There is a major case associated with this incident.')).toBe(
      !isOff('SYNC-INC-6'),
    );
    expect((await later(major)).at(-1)).toContain('state changed from New to Resolved.');
    const [received = ''] = await later(child);
    expect([received.includes('was resolved as'), received.includes('state changed')]).toEqual([
      !isOff('SYNC-INC-6'),
      !isOff('SYNC-MAJ-3'),
    ]);
  });

  it('SYNC-MAJ-6, REL-11 · a related record is copied into empty fields only, noted on both sides, and removed with the original', async () => {
    await sync(true, `${DEFAULT},incident`);
    const [incident, own] = [await anIncident(w), await anIncident(w)];
    const [empty, another, same, late] = [await aCase(w), await aCase(w), await aCase(w), await aCase(w)];
    await link(another, own);
    await link(same, incident);
    const major = await aFamily(empty, another, same);
    await link(major, incident);
    const incidents = async () =>
      Promise.all([empty, another, same].map(async (each) => (await fresh(each)).incidentId));
    expect(await incidents()).toEqual([incident.id, own.id, incident.id]);
    expect((await notesOf(empty)).at(-1)).toBe(`Incident ${incident.number} associated.`);
    expect((await notesOf(incident)).at(-1)).toBe(`Associated with 1 child case of ${major.number}: ${empty.number}.`);
    await addChildren(w.mia, { number: major.number, caseNumbers: [late.number] });
    await remove(w.mia, { caseNumber: major.number, link: 'incident', number: incident.number });
    expect(await incidents()).toEqual([null, own.id, incident.id]);
    expect((await notesOf(empty)).at(-1)).toBe(`Incident ${incident.number} removed.`);
    expect((await notesOf(incident)).at(-1)).toBe(`Removed from 1 child case of ${major.number}: ${empty.number}.`);
  });

  it('SYNC-MAJ-6, INC-6 · the caller of the related incident does not read the numbers of the major case and its children', async () => {
    await sync(true, `${DEFAULT},incident`);
    const child = await aCase(w);
    const major = await aFamily(child);
    const incident = await anIncident(w, { callerId: w.nils.id });
    await link(major, incident);
    const { kind, number } = incident;
    const notesFor = async (reader: typeof w.nils) =>
      JSON.stringify(await timelineOf(reader, { kind, number, filter: 'work_note', cursor: null }));
    expect(await notesFor(w.ian)).toContain(`Associated with 1 child case of ${major.number}: ${child.number}.`);
    const seen = await notesFor(w.nils);
    expect([major, child].filter((each) => seen.includes(each.number))).toEqual([]);
  });

  it('SYNC-MAJ-3, REL-3 · with the integration off, a child that shares the incident gets its updates directly', async () => {
    await sync(false);
    const [incident, child] = [await anIncident(w), await aCase(w)];
    await link(child, incident);
    const major = await aFamily(child);
    await link(major, incident);
    await db().integration.update({ where: { id: 'com.sn_majorissue_mgt' }, data: { active: false } });
    await change(w.ian, incident, { state: 'in_progress' });
    await db().integration.update({ where: { id: 'com.sn_majorissue_mgt' }, data: { active: true } });
    expect((await later(child)).at(-1)).toBe(`${incident.number} state changed from New to In Progress.`);
  });

  it('SYNC-MAJ-6 · a child keeps a record that it received since then', async () => {
    await sync(true, `${DEFAULT},incident`);
    const [incident, child] = [await anIncident(w), await aCase(w)];
    const major = await aFamily(child);
    await link(major, incident);
    await removeChild(w.mia, { number: major.number, caseNumber: child.number });
    await remove(w.mia, { caseNumber: child.number, link: 'incident', number: incident.number });
    await link(child, incident);
    await addChildren(w.mia, { number: major.number, caseNumbers: [child.number] });
    await remove(w.mia, { caseNumber: major.number, link: 'incident', number: incident.number });
    expect((await fresh(child)).incidentId).toBe(incident.id);
  });

  it('SYNC-MAJ-6 · a child keeps a copied record that its major case does not lose now', async () => {
    const fields = `${DEFAULT},incident`;
    await sync(true, fields);
    const [first, second, child] = [await anIncident(w), await anIncident(w), await aCase(w)];
    const major = await aFamily(child);
    await link(major, first);
    await sync(false);
    await remove(w.mia, { caseNumber: major.number, link: 'incident', number: first.number });
    await link(major, second);
    await sync(true, fields);
    await remove(w.mia, { caseNumber: major.number, link: 'incident', number: second.number });
    expect((await fresh(child)).incidentId).toBe(first.id);
  });

  it.each(['propose-solution', 'close'] as const)(
    'MAJ-7, SYNC-MAJ-1, SYNC-MAJ-2, SYNC-000 · %s while a child is added: it is a child and follows, or it is neither',
    async (verb) => {
      for (let round = 0; round < 5; round++) {
        const [child, other] = [await aCase(w), await aCase(w)];
        const major = await aFamily(other);
        const { number } = major;
        const answers = await Promise.allSettled([
          addChildren(w.mia, { number, caseNumbers: [child.number] }),
          moveCase(w.mia, { number, verb, values: solved }),
        ]);
        const state = verb === 'close' ? 'closed' : 'resolved';
        const isChild = answers[0].status === 'fulfilled';
        expect(answers[1].status).toBe('fulfilled');
        expect([(await fresh(major)).state, (await fresh(other)).state]).toEqual([state, state]);
        expect(await fresh(child)).toMatchObject(
          isChild ? { parentId: major.id, state } : { parentId: null, state: 'new', resolutionNotes: '' },
        );
      }
    },
  );

  it('MAJ-7, SYNC-000 · a child that is added while its major case is saved gets all of it, or nothing', async () => {
    for (let round = 0; round < 5; round++) {
      const child = await aCase(w);
      const major = await aFamily();
      await Promise.all([
        say(major.number, 'comment', 'Words.'),
        addChildren(w.mia, { number: major.number, caseNumbers: [child.number] }),
      ]);
      const order = await db().journalEntry.findMany({ where: { taskId: major.id }, orderBy: { id: 'asc' } });
      const addedFirst = order[0]?.text.startsWith('1 child case added') ?? false;
      expect((await commentsOf(child)).length).toBe(addedFirst ? 1 : 0);
    }
  });
});

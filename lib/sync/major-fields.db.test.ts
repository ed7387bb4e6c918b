import { afterAll, describe, expect, it } from 'vitest';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import { addChildren } from '#lib/major-case/commands/add-children.ts';
import { openMajorCase } from '#lib/major-case/commands/open-major-case.ts';
import { db } from '#lib/platform/db.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { aChange, aProblem } from '#lib/testing/itsm.ts';
import { syncChildren } from '#lib/testing/major-case-scenario.ts';
import { aCase, anIncident, change, fresh, notesOf, world } from '#lib/testing/world.ts';

const w = await world();
afterAll(() => syncChildren(false));

async function aFamily(...children: Case[]): Promise<Case> {
  const values = { shortDescription: 'Payments fail', businessImpact: 'No sales.', impact: 3, urgency: 3, priority: 4 };
  const major = await openMajorCase(w.mia, { as: 'major case', values });
  await addChildren(w.mia, { number: major.number, caseNumbers: children.map(({ number }) => number) });
  return fresh(major);
}

const solved = { resolutionCode: 'fixed_by_support', resolutionNotes: 'Replaced.' };

/** Every field that can be listed, with its case field and a new value. */
const listedFields = {
  priority: { priority: 1 },
  assigned_to: { assignedToId: '' },
  short_description: { shortDescription: 'Cards fail' },
  impact: { impact: 1 },
  urgency: { urgency: 2 },
};

describe('SYNC-MAJ-1 · a list names fields', () => {
  it.each(Object.keys(listedFields))('SYNC-MAJ-1 · %s alone copies that field and no other', async (name) => {
    const child = await aCase(w, { impact: 3, urgency: 3, priority: 4 });
    const major = await aFamily(child);
    await syncChildren(true, name);
    const all = Object.assign({}, ...Object.values(listedFields), { assignedToId: w.ava.id });
    await change(w.mia, major, all);
    const before = { ...child, assignedToId: null };
    const after = await fresh(child);
    const expected = Object.entries(listedFields).map(([each, values]) => {
      const [field = ''] = Object.keys(values);
      return [field, each === name ? Reflect.get(all, field) : Reflect.get(before, field)];
    });
    expect(after).toMatchObject(Object.fromEntries(expected));
  });

  it.each([
    ['close_notes', { resolutionNotes: 'Replaced.', resolutionCode: null }],
    ['resolution_code', { resolutionNotes: '', resolutionCode: 'fixed_by_support' }],
  ])('SYNC-MAJ-1 · %s alone copies that of how it ended', async (name, expected) => {
    const child = await aCase(w);
    const major = await aFamily(child);
    await syncChildren(true, name);
    await moveCase(w.mia, { number: major.number, verb: 'propose-solution', values: solved });
    expect(await fresh(child)).toMatchObject({ ...expected, state: 'new' });
  });
});

const links = {
  incident: { field: 'incidentId', make: () => anIncident(w) },
  problem: { field: 'problemId', make: () => aProblem(w) },
  change_request: { field: 'changeId', make: () => aChange(w) },
  caused_by_change: { field: 'causedByChangeId', make: () => aChange(w) },
} as const;
type Name = keyof typeof links;
const names = Object.keys(links) as Name[];

describe('SYNC-MAJ-3 · each related record is copied under its own name', () => {
  const note = ({ number }: TaskRecord, notes: readonly string[]) => notes.filter((text) => text.includes(number));

  it.each(names.flatMap((shared) => names.map((listed) => [shared, listed] as const)))(
    'SYNC-MAJ-3 · shared as %s while %s is listed',
    async (shared, listed) => {
      const { field, make } = links[shared];
      const record: TaskRecord = await make();
      const child = await aCase(w);
      const major = await aFamily(child);
      for (const { id } of [major, child]) await db().case.update({ where: { id }, data: { [field]: record.id } });
      await syncChildren(true, `work_notes,${listed}`);
      const { kind, number } = record;
      await addEntry(w.ian, { kind, number, type: 'comment', text: 'It is being looked at.' });
      // Comments on a problem are not copied; its state is.
      if (kind === 'problem') await change(w.ian, record, { state: 'assess', assignedToId: w.ian.id });
      expect(note(record, await notesOf(major))).toHaveLength(1);
      expect(note(record, await notesOf(child))).toHaveLength(shared === listed ? 1 : 0);
    },
  );
});

describe('SYNC-INC-6 · how an incident was resolved', () => {
  const fixed = { state: 'resolved', resolutionCode: 'solution_provided', resolutionNotes: 'Restarted.' };

  it('SYNC-INC-6 · is copied with its probable cause to the major case and its open children, not to resolved, closed or cancelled ones', async () => {
    await syncChildren(false);
    const incident = await anIncident(w);
    const open = [await aCase(w), await aCase(w), await aCase(w)];
    const over = [await aCase(w), await aCase(w), await aCase(w)];
    const major = await aFamily(...open, ...over);
    await db().case.update({ where: { id: major.id }, data: { incidentId: incident.id } });
    const states = ['new', 'open', 'awaiting_info', 'resolved', 'closed', 'cancelled'] as const;
    for (const [at, { id }] of [...open, ...over].entries())
      await db().task.update({ where: { id }, data: { state: states[at] ?? 'new', active: at < 4 } });
    await change(w.ian, incident, { ...fixed, probableCause: 'A full disk' });
    const copied = {
      resolutionNotes: 'Restarted.',
      resolutionCode: 'fixed_by_incident',
      probableCause: 'A full disk',
    };
    expect(await fresh(major)).toMatchObject({ ...copied, state: 'new' });
    for (const [at, child] of open.entries())
      expect(await fresh(child)).toMatchObject({ ...copied, state: states[at] });
    for (const [at, child] of over.entries())
      expect(await fresh(child)).toMatchObject({
        resolutionNotes: '',
        resolutionCode: null,
        probableCause: '',
        state: states[at + 3],
        version: child.version + 1,
      });
  });

  it('SYNC-INC-6 · leaves the solution of a major case that waits for acceptance, and its work note says so', async () => {
    await syncChildren(false);
    const incident = await anIncident(w);
    const child = await aCase(w);
    const major = await aFamily(child);
    await db().case.update({ where: { id: major.id }, data: { incidentId: incident.id } });
    await moveCase(w.mia, { number: major.number, verb: 'propose-solution', values: solved });
    const { version } = await fresh(major);
    await change(w.ian, incident, { ...fixed, probableCause: 'A full disk' });
    expect(await fresh(major)).toMatchObject({ ...solved, state: 'resolved', probableCause: '', version });
    expect((await notesOf(major)).at(-1)).toContain('this case is already Resolved and keeps its own resolution');
    expect((await notesOf(major)).at(-1)).not.toContain('its resolution is copied to this case');
    expect(await fresh(child)).toMatchObject({ resolutionNotes: 'Restarted.', resolutionCode: 'fixed_by_incident' });
  });

  it('SYNC-INC-5 · a proactive case gets the probable cause of the incident', async () => {
    const incident = await anIncident(w);
    const theCase = await aCase(w);
    await db().case.update({ where: { id: theCase.id }, data: { proactive: true, incidentId: incident.id } });
    await change(w.ian, incident, { ...fixed, probableCause: 'A full disk' });
    expect(await fresh(theCase)).toMatchObject({ state: 'resolved', probableCause: 'A full disk' });
  });
});

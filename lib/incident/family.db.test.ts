import { describe, expect, it } from 'vitest';
import { createTask } from '#lib/engine/commands/create-task.ts';
import { timelineOf } from '#lib/journal/queries/timeline.ts';
import type { Incident } from '#lib/kinds/incident/definition.ts';
import { searchReferences } from '#lib/kinds/reference.ts';
import { bulkMessage } from '#lib/list/rules/bulk-message.ts';
import { became } from '#lib/list/rules/bulk-words.ts';
import { undoMany } from '#lib/list/undo-many.ts';
import { updateMany } from '#lib/list/update-many.ts';
import { db } from '#lib/platform/db.ts';
import { updateTaskAction } from '#lib/record-page/actions.ts';
import { recordView } from '#lib/record-page/queries/record-view.ts';
import { wouldUpdate } from '#lib/record-page/would-update.ts';
import { signedInAs } from '#lib/testing/signed-in.ts';
import {
  aCaseWithIncident,
  anIncident,
  anotherCaseOf,
  change,
  fresh,
  holderOf,
  makeMajor,
  notesOf,
  world,
} from '#lib/testing/world.ts';
import type { Values } from '#lib/write/check-values.ts';
import { incidentsOf } from './queries/incidents-of.ts';

const w = await world();

const setParent = (child: Incident, parent: Incident | null) => change(w.ian, child, { parentId: parent?.id ?? null });

const aChildOf = async (parent: Incident) => anIncident(w, { parentId: parent.id });

const resolution = { state: 'resolved', resolutionCode: 'workaround_provided', resolutionNotes: 'Restarted.' };
/** The user was shown these children. */
const together = (...children: readonly Incident[]) => ({ resolveChildren: children.map(({ number }) => number) });

describe('INC-7 · a parent incident', () => {
  it('INC-7 · lists its children, with the number of open ones', async () => {
    const parent = await anIncident(w);
    const [one, two] = [await aChildOf(parent), await aChildOf(parent)];
    await change(w.ian, two, { state: 'canceled' });
    const view = await recordView(w.ian, 'incident', parent.number);
    expect(view?.childIncidents).toEqual({ all: 2, open: [one.number] });
    const { count } = await incidentsOf(w.ian, 'parent', parent.id);
    expect(count).toBe(2);
    expect((await recordView(w.ian, 'incident', one.number))?.fields.parentId?.display).toBe(parent.number);
  });

  it('INC-7 · no cycle of any length, and the refusal names the path that would close it', async () => {
    const [top, middle] = [await anIncident(w), await anIncident(w)];
    const bottom = await aChildOf(middle);
    await setParent(middle, top);
    const because = `This would close a circle: ${[top, bottom, middle, top].map(({ number }) => number).join(' > ')}.`;
    await expect(setParent(top, bottom)).rejects.toMatchObject({ rule: 'INC-7', field: 'parentId', because });
    await expect(setParent(top, top)).rejects.toMatchObject({ rule: 'INC-7' });
    expect(await fresh(top)).toMatchObject({ parentId: null });
    const place = { as: 'parent-incident', of: middle.id } as const;
    const offered = await searchReferences(db(), w.ian, 'incident', 'INC', { place, limit: 100 });
    const ids = offered.map(({ id }) => id);
    expect(ids).toContain(top.id);
    expect(ids).not.toContain(middle.id);
    expect(ids).not.toContain(bottom.id);
  });

  it.each([
    ['closed', { state: 'closed', active: false }],
    ['canceled', { state: 'canceled', active: false }],
  ])('INC-7 · an incident that is %s becomes no parent, but stays one', async (_state, ended) => {
    const parent = await anIncident(w);
    const child = await aChildOf(parent);
    await db().task.update({ where: { id: parent.id }, data: ended });
    const [orphan, because] = [await anIncident(w), expect.stringContaining(`${parent.number} is `)];
    const refused = { rule: 'INC-7', field: 'parentId', because };
    await expect(setParent(orphan, parent)).rejects.toMatchObject(refused);
    const values = { shortDescription: 'No line', parentId: parent.id };
    await expect(createTask(w.ian, { kind: 'incident', values })).rejects.toMatchObject(refused);
    const offered = await searchReferences(db(), w.ian, 'incident', parent.number);
    expect(offered).toEqual([]);
    const { value } = await change(w.ian, child, { parentId: parent.id, category: 'network' });
    expect(value).toMatchObject({ parentId: parent.id, category: 'network' });
  });

  it.each([
    ['has ended since', async (parent: Incident, _child: Incident) => change(w.ian, parent, { state: 'canceled' })],
    ['is now below the incident', async (parent: Incident, child: Incident) => setParent(parent, child)],
  ])('INC-7 · undo of a move does not restore a parent that %s', async (_what, happen) => {
    const [parent, child] = [await anIncident(w), await anIncident(w)];
    await change(w.ian, child, { state: 'in_progress', parentId: parent.id });
    await change(w.ian, child, { state: 'on_hold', holdReason: 'awaiting_vendor', parentId: null });
    await happen(parent, child);
    const { number, version } = await fresh(child);
    const undone = await undoMany(w.ian, { kind: 'incident', what: 'state', records: [{ number, version }] });
    expect(undone).toMatchObject({ done: [], refused: [{ number, rule: 'INC-7' }] });
    expect(await fresh(child)).toMatchObject({ state: 'on_hold', parentId: null });
  });

  it('INC-7 · the table itself refuses one', async () => {
    const parent = await anIncident(w);
    const child = await aChildOf(parent);
    const written = db().incident.update({ where: { id: parent.id }, data: { parentId: child.id } });
    await expect(written).rejects.toThrow(/This would close a circle/);
  });

  it('INC-7 · when two incidents name each other as parent at once, one is refused', async () => {
    for (let round = 0; round < 5; round++) {
      const [one, other] = [await anIncident(w), await anIncident(w)];
      const results = await Promise.allSettled([setParent(one, other), setParent(other, one)]);
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { rule: 'INC-7' } });
    }
  });

  it('INC-6, INC-7 · an incident of another caller is no parent, and a caller sees no parent or children', async () => {
    const parent = await anIncident(w, { callerId: w.pat.id });
    await aChildOf(parent);
    const view = await recordView(w.pat, 'incident', parent.number);
    expect(view).not.toBeNull();
    expect(view?.childIncidents).toBeNull();
    expect(await incidentsOf(w.pat, 'parent', parent.id)).toEqual({ incidents: [], count: 0 });
    await expect(change(w.pat, parent, { parentId: null })).rejects.toMatchObject({ rule: 'ACC-6' });
    const nobodys = change(w.ian, parent, { parentId: (await aCaseWithIncident(w)).theCase.id });
    await expect(nobodys).rejects.toMatchObject({ rule: 'REC-5', field: 'parentId' });
    for (const external of [w.cora, w.jane]) expect(await recordView(external, 'incident', parent.number)).toBeNull();
  });
});

describe('INC-7 · resolving a parent', () => {
  it('INC-7 · leaves its children unchanged unless the user selects them', async () => {
    const parent = await anIncident(w);
    const child = await aChildOf(parent);
    expect((await change(w.ian, parent, resolution)).childIncidents).toBeNull();
    expect(await fresh(child)).toMatchObject({ state: 'new', resolutionCode: null });
  });

  it('INC-7 · says how many children stay open, on its own and with many', async () => {
    const saved = async (incident: Incident, values: Values) => {
      const { number, version } = await fresh(incident);
      return signedInAs(w.ian, () => updateTaskAction({ kind: 'incident', number, version, values }));
    };
    const parent = await anIncident(w);
    await aChildOf(parent);
    await aChildOf(parent);
    expect(await saved(parent, { category: 'network' })).toMatchObject({ message: `${parent.number} saved.` });
    const message = `${parent.number} saved. 2 child incidents stay open.`;
    expect(await saved(parent, resolution)).toMatchObject({ message });

    const [one, other] = [await anIncident(w), await anIncident(w)];
    const [both] = [await aChildOf(one), await aChildOf(one), await aChildOf(other)];
    const records = await Promise.all([one, other, both].map(fresh));
    const bulk = await updateMany(w.ian, { kind: 'incident', records, to: { values: resolution } });
    expect(bulkMessage(bulk, became('incident', 'Resolved'))).toContain('2 child incidents stay open.');
  });

  it('INC-7, SYNC-INC-1, SYNC-INC-3, SYNC-INC-5 · resolves the open ones with the same code and notes, and their cases receive it', async () => {
    const { theCase, incident: child } = await aCaseWithIncident(w);
    const proactive = await anotherCaseOf(w, child);
    await db().case.update({ where: { id: proactive.id }, data: { proactive: true } });
    const parent = await anIncident(w);
    await setParent(child, parent);
    const [canceled, below] = [await aChildOf(parent), await aChildOf(child)];
    await change(w.ian, canceled, { state: 'canceled' });

    const { version } = await fresh(parent);
    const save = { what: 'save', kind: 'incident', number: parent.number, version, values: resolution } as const;
    expect(await wouldUpdate(w.ian, save)).toMatchObject({ count: 0, resolved: 0 });
    expect(await wouldUpdate(w.ian, { ...save, ...together(child) })).toMatchObject({ count: 2, resolved: 1 });

    const saved = await change(w.ian, parent, resolution, together(child));
    expect(saved.childIncidents).toEqual({ resolved: [child.number], leftOut: [] });
    expect(saved.updatedCount).toBe(2);
    const resolved = { state: 'resolved', resolutionCode: 'workaround_provided', resolutionNotes: 'Restarted.' };
    expect(await fresh(child)).toMatchObject(resolved);
    expect(await notesOf(child)).toContain(`Resolved with its parent incident ${parent.number}.`);
    expect((await fresh(canceled)).state).toBe('canceled');
    expect((await fresh(below)).state).toBe('new');
    const lastNote = (await notesOf(theCase)).at(-1);
    expect(lastNote).toContain(`${child.number} state changed from New to Resolved.`);
    expect(lastNote).toContain('Restarted.');
    expect(await fresh(proactive)).toMatchObject({ state: 'resolved', resolutionNotes: 'Restarted.' });
    expect((await fresh(theCase)).state).toBe('new');
  });

  it('INC-7, SYNC-INC-6 · resolves a child that belongs to an accepted major case: both write their note', async () => {
    const { theCase: major, incident: child } = await aCaseWithIncident(w);
    await makeMajor(major);
    const parent = await anIncident(w);
    await setParent(child, parent);
    const saved = await change(w.ian, parent, resolution, together(child));
    expect(saved.childIncidents).toEqual({ resolved: [child.number], leftOut: [] });
    expect(await notesOf(child)).toEqual(
      expect.arrayContaining([
        `Resolved with its parent incident ${parent.number}.`,
        'There is a major case associated with this incident.',
      ]),
    );
    expect((await fresh(major)).resolutionNotes).toBe('Restarted.');
  });

  it('INC-6, INC-7 · the caller of a child does not learn the number of a parent incident that they may not see', async () => {
    const parent = await anIncident(w);
    const child = await anIncident(w, { callerId: w.nils.id, parentId: parent.id });
    await change(w.ian, parent, resolution, together(child));
    const { kind, number } = child;
    const notesFor = async (reader: typeof w.nils) =>
      JSON.stringify(await timelineOf(reader, { kind, number, filter: 'work_note', cursor: null }));
    expect(await notesFor(w.ian)).toContain(`Resolved with its parent incident ${parent.number}.`);
    expect(await notesFor(w.nils)).not.toContain(parent.number);
    await db().incident.update({ where: { id: parent.id }, data: { callerId: w.nils.id } });
    expect(await notesFor(w.nils)).toContain(`Resolved with its parent incident ${parent.number}.`);
  });

  it('INC-7 · refuses the save if a child was added after the user looked', async () => {
    const parent = await anIncident(w);
    const [one, late] = [await aChildOf(parent), await aChildOf(parent)];
    const because = expect.stringContaining(
      `The child incident ${late.number} is open now, and was not when you ticked the box.`,
    );
    const shown = (...children: readonly Incident[]) => change(w.ian, parent, resolution, together(...children));
    await expect(shown(one)).rejects.toMatchObject({ rule: 'INC-7', because });
    for (const each of [parent, one, late]) expect((await fresh(each)).state).toBe('new');
    expect((await shown(one, late)).childIncidents?.resolved).toEqual([one.number, late.number]);
  });

  it('INC-7 · refuses the save if one child ended and another one was added after the user looked', async () => {
    const parent = await anIncident(w);
    const [ended, late] = [await aChildOf(parent), await aChildOf(parent)];
    await change(w.ian, ended, { state: 'canceled' });
    const because = `The child incident ${late.number} is open now, and was not when you ticked the box. The child incident ${ended.number} is no longer open.`;
    await expect(change(w.ian, parent, resolution, together(ended))).rejects.toMatchObject({
      rule: 'INC-7',
      because: expect.stringContaining(because),
    });
    for (const each of [parent, late]) expect((await fresh(each)).state).toBe('new');
  });

  it('INC-7 · applies only when it becomes resolved, and writes nothing otherwise', async () => {
    const parent = await anIncident(w);
    const child = await aChildOf(parent);
    await expect(change(w.ian, parent, { state: 'in_progress' }, together(child))).rejects.toMatchObject({
      rule: 'INC-7',
    });
    await change(w.ian, parent, resolution);
    const again = change(w.ian, parent, { resolutionNotes: 'Restarted twice.' }, together(child));
    await expect(again).rejects.toMatchObject({ rule: 'INC-7' });
    expect(await fresh(parent)).toMatchObject({ state: 'resolved', resolutionNotes: 'Restarted.' });
    expect((await fresh(child)).state).toBe('new');
  });

  it('INC-7 · needs the permission to change incidents', async () => {
    const parent = await anIncident(w, { callerId: w.pat.id });
    const child = await aChildOf(parent);
    const reader = await holderOf('Resolver', ['sn_incident_write']);
    for (const actor of [reader, w.pat, w.cora])
      await expect(change(actor, parent, resolution, together(child))).rejects.toMatchObject({
        rule: actor === w.cora ? 'REL-16' : 'ACC-6',
      });
    expect((await fresh(child)).state).toBe('new');
  });

  it('INC-7 · resolves each child once, without a deadlock, while others work on them', async () => {
    const parent = await anIncident(w);
    const children = [await aChildOf(parent), await aChildOf(parent), await aChildOf(parent)];
    const [own, ...worked] = await Promise.allSettled([
      change(w.ian, parent, resolution, together(...children)),
      ...children.map((child) => change(w.mia, child, { state: 'in_progress' })),
      ...children.map((child) => change(w.ian, child, { assignedToId: w.ian.id })),
    ]);
    expect(own).toMatchObject({ status: 'fulfilled' });
    for (const child of children) expect((await fresh(child)).resolutionNotes).toBe('Restarted.');
    for (const each of worked)
      if (each.status === 'rejected') expect(each.reason).toMatchObject({ rule: expect.stringMatching(/^REC-/) });
  });
});

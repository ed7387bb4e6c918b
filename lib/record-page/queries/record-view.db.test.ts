import { describe, expect, test } from 'vitest';
import { moveCase } from '#lib/case/commands/move-case.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { at } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { links } from '#lib/record/link.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import type { AdditionalAction } from '#lib/related/additional-actions.ts';
import {
  aCase,
  aCaseWithIncident,
  anIncident,
  anotherCaseOf,
  change,
  setIntegrationActive,
  setProperty,
  setRuleActive,
  world,
} from '#lib/testing/world.ts';
import { recordView } from './record-view.ts';

const w = await world();

async function view(actor: Actor, { kind, number }: TaskRecord) {
  const found = await recordView(actor, kind, number);
  if (!found) throw new Error(`${actor.name} does not see ${number}.`);
  return found;
}

const labels = (items: readonly { label: string }[]) => items.map(({ label }) => label);
const ofItsm = (actions: readonly AdditionalAction[]) =>
  actions.filter(({ link }) => links[link].integration === 'com.sn_cs_sm');

describe('ACC-6 · a hidden record is missing', () => {
  test.each(['ian', 'cleo', 'cora', 'nils'] as const)('for %s, a case of Cora', async (name) => {
    const { number } = await aCase(w);
    expect(await recordView(w[name], 'case', number)).toBeNull();
  });

  test('as one of another kind is', async () => {
    const { number } = await aCase(w);
    expect(await recordView(w.adam, 'incident', number)).toBeNull();
    expect(await recordView(w.adam, 'case', 'CS9999999')).toBeNull();
  });
});

describe('REC-2 · the users behind the timestamps', () => {
  const doneBy = (done: readonly { what: string; by: string | null }[]) => done.map(({ what, by }) => [what, by]);

  test('REC-2 · is at the end of Details: opened, resolved, closed, created and updated', async () => {
    const theCase = await aCase(w);
    const first = await view(w.ava, theCase);
    expect(doneBy(first.done)).toEqual([
      ['Opened', 'Ava Agent'],
      ['Created', 'Ava Agent'],
      ['Updated', 'Ava Agent'],
    ]);
    expect(first.done.map(({ at }) => at)).toEqual(Array(3).fill(theCase.openedAt.toISOString()));
    await moveCase(w.pat, { number: theCase.number, verb: 'assign-to-me' });
    await moveCase(w.pat, {
      number: theCase.number,
      verb: 'propose-solution',
      values: { resolutionCode: 'fixed_by_support', resolutionNotes: 'Done.' },
    });
    await change(w.ava, theCase, { priority: 1 });
    const { done } = await view(w.ava, theCase);
    expect(doneBy(done)).toEqual([
      ['Opened', 'Ava Agent'],
      ['Resolved', 'Pat Plain'],
      ['Created', 'Ava Agent'],
      ['Updated', 'Ava Agent'],
    ]);
    await moveCase(w.cora, { number: theCase.number, verb: 'accept-solution' });
    expect(doneBy((await view(w.ava, theCase)).done)).toContainEqual(['Closed', 'Cora Customer']);
  });

  test('REC-2 · without a user or history, only the time is shown', async () => {
    const incident = await anIncident(w);
    await db().task.update({ where: { id: incident.id }, data: { version: 7, openedById: null } });
    expect(doneBy((await view(w.ian, incident)).done)).toEqual([
      ['Opened', null],
      ['Created', 'Ian Itil'],
      ['Updated', null],
    ]);
  });
});

describe('Related Records', () => {
  test('show state, priority and last update to users who may read the record', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    const [group] = (await view(w.rita, theCase)).related;
    expect(group?.record).toMatchObject({ number: incident.number, seen: { state: { label: 'New' } } });
  });

  test('REL-16 · show nothing but the number to others', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    const { related, actions } = await view(w.pat, theCase);
    expect(related[0]?.record).toEqual({ id: incident.id, number: incident.number, seen: null });
    expect(ofItsm(actions)).toEqual([]);
  });

  test('REL-3 · vanish with their integration, and so do the items', async () => {
    const { theCase } = await aCaseWithIncident(w);
    await setIntegrationActive('com.sn_cs_sm', false);
    const { related, actions } = await view(w.ava, theCase);
    await setIntegrationActive('com.sn_cs_sm', true);
    expect(related).toEqual([]);
    expect(ofItsm(actions)).toEqual([]);
  });
});

describe('possible actions', () => {
  test('REL-1 · the items of the menu follow roles', async () => {
    const theCase = await aCase(w);
    expect(labels(ofItsm((await view(w.ava, theCase)).actions))).toEqual(['Create Incident', 'Associate Incident']);
    expect(labels(ofItsm((await view(w.rita, theCase)).actions))).toEqual(['Associate Incident']);
    expect(labels(ofItsm((await view(w.pat, theCase)).actions))).toEqual([]);
  });

  test('CASE-8 · the buttons follow the assignment', async () => {
    const free = await aCase(w);
    const mine = await aCase(w, { assignedToId: w.ava.id });
    const rest = ['Propose solution', 'Close case', 'Cancel case'];
    expect(labels((await view(w.ava, free)).verbs)).toEqual(['Assign to me', ...rest]);
    expect(labels((await view(w.ava, mine)).verbs)).toEqual(['Accept', ...rest]);
    expect(labels((await view(w.vic, free)).verbs)).toEqual([]);
  });

  test('INC-1 · State offers the reachable states, with the fields that each requires', async () => {
    const incident = await anIncident(w);
    const { fields, stateFields } = await view(w.ian, incident);
    const offered = fields.state?.options?.map(({ value }) => value);
    expect(offered).toEqual(['new', 'in_progress', 'on_hold', 'resolved', 'canceled']);
    expect(stateFields.on_hold).toEqual(['holdReason']);
  });

  test('INC-4 · priority is read-only while the lookup is active, with the reason', async () => {
    const incident = await anIncident(w);
    expect((await view(w.ian, incident)).fields.priority).toMatchObject({
      editable: false,
      because: expect.any(String),
    });
    await setProperty('com.snc.incident.data_lookup_active', 'false');
    const { fields } = await view(w.ian, incident);
    await setProperty('com.snc.incident.data_lookup_active', 'true');
    expect(fields.priority?.editable).toBe(true);
  });

  test('ACC-6 · readers get no field to change', async () => {
    const { incident } = await aCaseWithIncident(w);
    const { fields, mayEdit, mayComment } = await view(w.rita, incident);
    expect(Object.values(fields).filter(({ editable }) => editable)).toEqual([]);
    expect([mayEdit, mayComment]).toEqual([false, false]);
  });

  test('CASE-5 · a closed case offers nothing', async () => {
    const theCase = await aCase(w);
    await moveCase(w.ava, { number: theCase.number, verb: 'cancel' });
    const { mayEdit, mayComment, verbs, actions } = await view(w.ava, theCase);
    expect([mayEdit, mayComment, verbs, actions]).toEqual([false, false, [], []]);
  });
});

describe('SYNC-3 · the updates that a save will make', () => {
  test('counts the open cases, and whether comments are copied', async () => {
    const { incident } = await aCaseWithIncident(w);
    await anotherCaseOf(w, incident);
    const { propagation } = await view(w.ian, incident);
    expect(propagation.affectedCases).toBe(2);
    expect(propagation.onComment).toBe('Also posted as a work note on 2 cases.');
  });

  test('ACC-6 · shows no number to users who cannot change anything: readers, and the caller without roles', async () => {
    const { incident } = await aCaseWithIncident(w);
    await change(w.ian, incident, { callerId: w.nils.id });
    expect((await view(w.nils, incident)).propagation.affectedCases).toBe(0);
    expect((await view(w.rita, incident)).propagation.affectedCases).toBe(0);
    expect((await view(w.ian, incident)).propagation.affectedCases).toBe(1);
  });

  test('leaves out updates of switched-off rules', async () => {
    const { incident } = await aCaseWithIncident(w);
    await setRuleActive('SYNC-INC-4', false);
    const { propagation } = await view(w.ian, incident);
    await setRuleActive('SYNC-INC-4', true);
    expect(propagation.onComment).toBe('');
  });
});

test('REC-2 · references read by name, also after a change', async () => {
  const theCase = await aCase(w, { configurationItemId: w.sdwan });
  await change(w.ava, theCase, { assignedToId: w.ava.id });
  const { fields } = await view(w.ava, theCase);
  expect([fields.configurationItemId?.display, fields.assignedToId?.display]).toEqual(['sdwan-ctl-1', 'Ava Agent']);
});

test('CASE-3 · a proposed solution shows who must answer, and on which day it closes automatically', async () => {
  const theCase = await aCase(w);
  const values = { resolutionCode: 'fixed_by_support', resolutionNotes: 'Done.' };
  const proposedAt = new Date('2026-11-02T08:00:00Z');
  await at(proposedAt, () => moveCase(w.ava, { number: theCase.number, verb: 'propose-solution', values }));
  await setProperty('case.autoclose.days', '3');
  expect((await view(w.ava, theCase)).waiting).toEqual({
    customer: 'Cora Customer',
    closesAt: '2026-11-05T08:00:00.000Z',
  });
  await setProperty('case.autoclose.days', '0');
  expect((await view(w.ava, theCase)).waiting).toEqual({ customer: 'Cora Customer', closesAt: null });
  await setProperty('case.autoclose.days', '10');
});

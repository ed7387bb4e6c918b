import { describe, expect, test } from 'vitest';
import { moveCase } from '#lib/case/commands/move-case.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { notFound, Refusal } from '#lib/platform/verdict.ts';
import { aCase, aCaseWithIncident, holderOf, setIntegrationActive, world } from '#lib/testing/world.ts';
import { createFromCase } from '../commands/create-from-case.ts';
import { editableFromCase } from '../from-case.ts';
import type { CreateDraftQuery } from '../schema.ts';
import { variants } from '../variant.ts';
import { readCreateDraft } from './create-draft.ts';

const w = await world();

const made = variants.filter((variant) => variant !== 'standard_change');

const incidentDraft = (actor: Actor, { number }: { number: string }) =>
  readCreateDraft(actor, { case: number, variant: 'incident' });

/** The refusal that a user gets; null if the call succeeds. */
async function refusalOf(attempt: Promise<unknown>): Promise<Refusal | null> {
  try {
    await attempt;
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

test('REL-6 · the Create dialog shows the triple that is stored', async () => {
  const draft = await incidentDraft(w.ava, await aCase(w, { priority: 2 }));
  expect(draft.priority).toBe('2 - High');
  expect(draft.fields.map(({ name, value }) => [name, value])).toContainEqual(['urgency', 2]);
  expect(draft.shown).toContainEqual({ label: 'Caller', display: 'Cora Customer' });
  expect(draft.priorityByPair['1 1']).toBe('1 - Critical');
});

test('REL-17 · of a normal change the dialog shows type, state, category and risk', async () => {
  const { number } = await aCase(w);
  const { fields, shown } = await readCreateDraft(w.adam, { case: number, variant: 'normal_change' });
  const fixed = ['Type: Normal', 'State: New', 'Category: Other', 'Risk: Moderate'];
  expect(shown.map(({ label, display }) => `${label}: ${display}`)).toEqual(expect.arrayContaining(fixed));
  expect(fields.map(({ name }) => name)).toEqual([...editableFromCase]);
  const change = await createFromCase(w.adam, { caseNumber: number, variant: 'normal_change', values: {} });
  expect(change).toMatchObject({ type: 'normal', state: 'new', category: 'Other', risk: 'moderate' });
});

test.each(made)('REL-17 · a new %s starts with values of the case, references by name', async (variant) => {
  const { number } = await aCase(w, { configurationItemId: w.sdwan });
  const draft = await readCreateDraft(w.adam, { case: number, variant });
  expect(draft.fields.map(({ name }) => name)).toEqual([...editableFromCase]);
  const begun = draft.fields.map(({ name, display }) => [name, display]);
  expect(begun).toContainEqual(['shortDescription', 'The line is down']);
  expect(begun).toContainEqual(['configurationItemId', 'sdwan-ctl-1']);
});

describe('REL-16 · a draft needs the permission to create', () => {
  const staff = ['adam', 'ava', 'mia', 'pat', 'rita', 'ian', 'vic', 'cleo', 'nils'] as const;
  const customers = ['cora', 'bea', 'jane'] as const;
  const asked = async (actor: Actor, variant: CreateDraftQuery['variant']) => {
    const { number } = await aCase(w);
    const draft = await refusalOf(readCreateDraft(actor, { case: number, variant }));
    const command = await refusalOf(createFromCase(actor, { caseNumber: number, variant, values: {} }));
    return { number, draft, command };
  };
  for (const variant of made) {
    test.each(staff)(`as ${variant}: %s gets it, or is refused, as the command does`, async (name) => {
      const { draft, command } = await asked(w[name], variant);
      expect(draft).toEqual(command);
    });

    test.each(customers)(`${variant}: %s, a customer, reads of no case, and the command refuses`, async (name) => {
      const { number, draft, command } = await asked(w[name], variant);
      expect(draft).toEqual(notFound(`case ${number}`));
      expect(command).toBeInstanceOf(Refusal);
    });
  }

  test('a hidden case answers like one that does not exist, and like one that is no case', async () => {
    const { theCase, incident } = await aCaseWithIncident(w, { consumerId: w.jane.id });
    const free = await aCase(w, { consumerId: w.jane.id });
    expect(await refusalOf(incidentDraft(w.ava, free))).toBeNull();
    const agent = await holderOf('Agent of accounts', ['sn_customerservice_agent', 'sn_incident_write']);
    expect(await refusalOf(incidentDraft(agent, await aCase(w)))).toBeNull();
    for (const hidden of [free, theCase, incident, { number: 'CS9999999' }])
      expect(await refusalOf(incidentDraft(agent, hidden))).toEqual(notFound(`case ${hidden.number}`));
  });
});

test('REL-4, CASE-5 · a case that has one names it, and a closed case says so', async () => {
  const { theCase, incident } = await aCaseWithIncident(w);
  const because = `${theCase.number} already has incident ${incident.number}.`;
  await expect(incidentDraft(w.ava, theCase)).rejects.toMatchObject({ rule: 'REL-4', because });
  const closed = await aCase(w);
  await moveCase(w.ava, { number: closed.number, verb: 'cancel' });
  await expect(incidentDraft(w.ava, closed)).rejects.toMatchObject({ rule: 'CASE-5' });
});

test('ACC-5, REL-3 · with the integration off it says so, to users who may create', async () => {
  const theCase = await aCase(w);
  await setIntegrationActive('com.sn_cs_sm', false);
  const off = await refusalOf(incidentDraft(w.ava, theCase));
  const unpermitted = await refusalOf(incidentDraft(w.pat, theCase));
  await setIntegrationActive('com.sn_cs_sm', true);
  expect(off).toMatchObject({ rule: 'REL-3', because: expect.stringContaining('not active') });
  expect(unpermitted).toMatchObject({ rule: 'ACC-6' });
  expect(await refusalOf(incidentDraft(w.ava, theCase))).toBeNull();
});

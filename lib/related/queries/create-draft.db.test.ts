import { beforeAll, describe, expect, test } from 'vitest';
import { moveCase } from '#lib/case/commands/move-case.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { aCase, aCaseWithIncident, holderOf, turnIntegration, type World, world } from '#lib/platform/testing/world.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import { createFromCase } from '../commands/create-from-case.ts';
import { editableFromCase } from '../from-case.ts';
import { CreateDraftQuery } from '../schema.ts';
import { readCreateDraft } from './create-draft.ts';

let w: World;
beforeAll(async () => {
  w = await world();
});

const { options: variants } = CreateDraftQuery.shape.variant;

const incidentDraft = (actor: Actor, { number }: { number: string }) =>
  readCreateDraft(actor, { case: number, variant: 'incident' });

/** Whether the command behind the dialog makes a record for this actor. */
async function creates(actor: Actor, caseNumber: string, variant: CreateDraftQuery['variant']): Promise<boolean> {
  try {
    await createFromCase(actor, { caseNumber, variant, values: {} });
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

test('REL-6 · the Create dialog shows the triple that is stored', async () => {
  const draft = await incidentDraft(w.ava, await aCase(w, { priority: 2 }));
  expect(draft?.priority).toBe('2 - High');
  expect(draft?.fields.map(({ name, value }) => [name, value])).toContainEqual(['urgency', 2]);
  expect(draft?.shown).toContainEqual({ label: 'Caller', display: 'Cora Customer' });
  expect(draft?.priorityByPair['1 1']).toBe('1 - Critical');
});

test.each(variants)('REL-17 · a new %s begins with what the case says, references by name', async (variant) => {
  const { number } = await aCase(w, { configurationItemId: w.sdwan });
  const draft = await readCreateDraft(w.adam, { case: number, variant });
  expect(draft?.fields.map(({ name }) => name)).toEqual([...editableFromCase]);
  const begun = draft?.fields.map(({ name, display }) => [name, display]);
  expect(begun).toContainEqual(['shortDescription', 'The line is down']);
  expect(begun).toContainEqual(['configurationItemId', 'sdwan-ctl-1']);
});

describe('REL-16 · a draft is for who may create', () => {
  const people = ['adam', 'ava', 'mia', 'pat', 'rita', 'ian', 'vic', 'cleo', 'nils', 'cora', 'bea', 'jane'] as const;
  for (const variant of variants)
    test.each(people)(`as ${variant}: for %s it is there exactly if the command would create`, async (name) => {
      const { number } = await aCase(w);
      const draft = await readCreateDraft(w[name], { case: number, variant });
      expect(draft !== null).toBe(await creates(w[name], number, variant));
    });

  test('a hidden case answers like one that does not exist, and like one that is no case', async () => {
    const { theCase, incident } = await aCaseWithIncident(w, { consumerId: w.jane.id });
    const free = await aCase(w, { consumerId: w.jane.id });
    expect(await incidentDraft(w.ava, free)).not.toBeNull();
    const agent = await holderOf('Agent of accounts', ['sn_customerservice_agent', 'sn_incident_write']);
    expect(await incidentDraft(agent, await aCase(w))).not.toBeNull();
    const answers = [free, theCase, incident, { number: 'CS9999999' }].map((asked) => incidentDraft(agent, asked));
    expect(await Promise.all(answers)).toEqual([null, null, null, null]);
  });
});

test('REL-4, CASE-5 · a case that has one, and one that is closed, offer none', async () => {
  const { theCase } = await aCaseWithIncident(w);
  expect(await incidentDraft(w.ava, theCase)).toBeNull();
  const closed = await aCase(w);
  await moveCase(w.ava, { number: closed.number, verb: 'cancel' });
  expect(await incidentDraft(w.ava, closed)).toBeNull();
});

test('REL-3 · nor does a case while the integration is off', async () => {
  const theCase = await aCase(w);
  await turnIntegration('com.sn_cs_sm', false);
  const off = await incidentDraft(w.ava, theCase);
  await turnIntegration('com.sn_cs_sm', true);
  expect(off).toBeNull();
  expect(await incidentDraft(w.ava, theCase)).not.toBeNull();
});

import { beforeAll, describe, expect, test } from 'vitest';
import { moveCase } from '#lib/case/commands/move-case.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { inOneTransaction } from '#lib/platform/transaction.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import type { AssociableLinkName } from '#lib/record/link.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import { readSettings } from '#lib/settings/settings.ts';
import { anOffer } from '#lib/testing/itsm.ts';
import { aCase, anIncident, anotherCaseOf, change, holderOf, makeMajor, world } from '#lib/testing/world.ts';
import type { Values } from '#lib/write/check-values.ts';
import { associate } from '../commands/associate.ts';
import { remove } from '../commands/remove.ts';
import { customerCases } from './customer-cases.ts';
import { linkableCases } from './linkable.ts';

type Tie = { link: AssociableLinkName; record: TaskRecord };

const w = await world();
let free: Case[];
let hidden: Case;
let incident: Tie;
let ties: Record<'open incident' | 'resolved incident' | 'request of a consumer' | 'request' | 'free request', Tie>;
const people = new Map<string, Actor>();

/** Variants of a case that no plain creation gives: without contact, child of a major case, major, resolved. */
const becomes: Readonly<Record<string, (theCase: Case, major: Case) => Promise<unknown>>> = {
  plain: async () => {},
  'proactive, of an account alone': ({ id }) =>
    db().task.update({ where: { id }, data: { contactId: null, case: { update: { proactive: true } } } }),
  'a child': (theCase, major) => makeMajor(major, theCase),
  'an accepted major case': ({ id }) => db().case.update({ where: { id }, data: { majorCaseState: 'accepted' } }),
  'a proposed major case': ({ id }) => db().case.update({ where: { id }, data: { majorCaseState: 'proposed' } }),
  resolved: ({ number }) => {
    const values = { resolutionCode: 'fixed_by_support', resolutionNotes: 'Done.' };
    return moveCase(w.ava, { number, verb: 'propose-solution', values });
  },
};

async function casesOfAllSorts(make: (values?: Values) => Promise<Case>): Promise<Case[]> {
  const major = await aCase(w);
  const cases = [await make({ consumerId: w.jane.id })];
  for (const become of Object.values(becomes)) {
    const theCase = await make();
    await become(theCase, major);
    cases.push(theCase);
  }
  return cases;
}

beforeAll(async () => {
  for (const name of staff) people.set(name, w[name]);
  const agent = 'sn_customerservice_agent';
  const manager = 'sn_majorissue_mgt.major_issue_manager';
  const viewing = ['sn_customerservice.consumer_agent', 'sn_customerservice.case_viewer', 'itil'] as const;
  people.set('who works consumers and views all', await holderOf('Cecil', viewing));
  people.set('who manages major cases', await holderOf('Max', [manager, agent, 'itil']));
  people.set('who manages major cases without itil', await holderOf('Mona', [manager, agent, 'sn_incident_read']));
  people.set('who works requests', await holderOf('Rex', [agent, 'sn_request_write']));

  const open = await anIncident(w);
  const resolved = await anIncident(w);
  await casesOfAllSorts((values) => anotherCaseOf(w, open, values));
  await anotherCaseOf(w, resolved);
  await change(w.ian, resolved, { state: 'resolved', resolutionCode: 'duplicate', resolutionNotes: 'Twice.' });
  free = await casesOfAllSorts((values) => aCase(w, { shortDescription: 'Okapi', ...values }));

  const items = [{ catalogItemId: await anOffer('Router'), quantity: 1 }];
  hidden = await aCase(w, { consumerId: w.jane.id });
  const seen = await aCase(w);
  const requestOf = async (of: { caseNumber?: string }): Promise<Tie> => {
    return { link: 'request', record: await createRequest(w.adam, { items, ...of }) };
  };
  incident = { link: 'incident', record: open };
  ties = {
    'open incident': incident,
    'resolved incident': { link: 'incident', record: resolved },
    'request of a consumer': await requestOf({ caseNumber: hidden.number }),
    request: await requestOf({ caseNumber: seen.number }),
    'free request': await requestOf({}),
  };
});

class TakenBack extends Error {}

/** Whether a command would succeed now; its changes are rolled back. */
async function wouldBeDone(command: () => Promise<unknown>): Promise<boolean> {
  try {
    await inOneTransaction(async () => {
      await command();
      throw new TakenBack();
    });
  } catch (error) {
    if (error instanceof TakenBack) return true;
    if (error instanceof Refusal) return false;
    throw error;
  }
  throw new Error('Nothing was taken back.');
}

const wouldTake = (actor: Actor, { link, record: { number } }: Tie, theCase: { number: string }) =>
  wouldBeDone(() => associate(actor, { caseNumber: theCase.number, link, number }));
const wouldRemove = (actor: Actor, { link, record: { number } }: Tie, theCase: { number: string }) =>
  wouldBeDone(() => remove(actor, { caseNumber: theCase.number, link, number }));

const staff = ['adam', 'ava', 'mia', 'pat', 'rita', 'ian', 'vic'] as const;
const cast = [
  ...staff,
  'who works consumers and views all',
  'who manages major cases',
  'who manages major cases without itil',
  'who works requests',
];

function played(name: string): Actor {
  const actor = people.get(name);
  if (!actor) throw new Error(`${name} is nobody.`);
  return actor;
}

describe('REL-14 · the tab of cases offers only what the server accepts', () => {
  test.each(cast)('REL-1, REL-10, REL-12, REL-16 · Add Case and Remove, to %s', async (name) => {
    const actor = played(name);
    const offered: Record<string, boolean> = {};
    const done: Record<string, boolean> = {};
    for (const [called, tie] of Object.entries(ties)) {
      const list = await customerCases(actor, await readSettings(db()), {
        link: tie.link,
        recordId: tie.record.id,
        after: null,
      });
      offered[`add to ${called}`] = list?.tie?.mayAdd ?? false;
      const taken = [];
      for (const theCase of free) taken.push(await wouldTake(actor, tie, theCase));
      done[`add to ${called}`] = taken.includes(true);
      for (const theCase of list?.cases ?? []) {
        offered[`remove ${theCase.number}`] = theCase.mayRemove;
        done[`remove ${theCase.number}`] = await wouldRemove(actor, tie, theCase);
      }
    }
    expect(offered).toEqual(done);
  });

  test.each(cast)(
    'REL-1, REL-16 · the picker of Add Case has the cases that the server takes, for %s',
    async (name) => {
      const actor = played(name);
      const offered = (await linkableCases(actor, 'incident', 'okapi')).map(({ number }) => number);
      const taken = [];
      for (const { number } of free) if (await wouldTake(actor, incident, { number })) taken.push(number);
      expect(offered.toSorted()).toEqual(taken.toSorted());
    },
  );

  test('REL-16 · each is refused for at least one user and allowed for another', async () => {
    const answers = async (attempt: (actor: Actor) => Promise<boolean>) => {
      const all = [];
      for (const name of cast) all.push(await attempt(played(name)));
      return new Set(all).size;
    };
    for (const theCase of free.slice(0, 3))
      expect(await answers((actor) => wouldTake(actor, incident, theCase))).toBe(2);
  });
});

test('REL-8, REL-16 · a request that belongs to a case is refused with its number only to users who may read that case', async () => {
  const [ofHidden, ofSeen] = [ties['request of a consumer'].record, ties.request.record];
  const { number: caseNumber } = await aCase(w);
  const associateWith = (actor: Actor, { number }: TaskRecord) =>
    associate(actor, { caseNumber, link: 'request', number });
  const rex = played('who works requests');
  await expect(associateWith(w.mia, ofHidden)).rejects.toMatchObject({
    rule: 'REL-8',
    because: `${ofHidden.number} already belongs to case ${hidden.number}.`,
  });
  await expect(associateWith(rex, ofHidden)).rejects.toMatchObject({
    rule: 'REL-8',
    because: `${ofHidden.number} already belongs to another case.`,
  });
  await expect(associateWith(rex, ofSeen)).rejects.toMatchObject({
    because: expect.stringMatching(/belongs to case CS\d+\.$/),
  });
});

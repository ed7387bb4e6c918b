import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '#lib/platform/db.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import { anOffer } from '#lib/testing/itsm.ts';
import { aCase, type World, world } from '#lib/testing/world.ts';
import { customerSteps, stepOf } from './customer-step.ts';
import { countActionNeeded, type PortalList, portalCases, portalLists } from './queries/portal-cases.ts';

const w = await world();
const cases: Record<string, { id: string; number: string }> = {};

beforeAll(async () => {
  const given = {
    issue: {},
    asked: {},
    solved: {},
    request: {},
    over: {},
    "carl's": { contactId: w.carl.id },
    "carl's solved": { contactId: w.carl.id },
    "fiona's solved": { contactId: w.fiona.id },
  };
  for (const [name, values] of Object.entries(given))
    cases[name] = await aCase(w, { shortDescription: `The ${name} line`, description: 'It flickers.', ...values });
  const states = { asked: 'awaiting_info', solved: 'resolved', over: 'closed' };
  const others = { "carl's solved": 'resolved', "fiona's solved": 'resolved' };
  for (const [name, state] of Object.entries({ ...states, ...others }))
    await db().task.update({ where: { id: cases[name]?.id ?? '' }, data: { state, active: state !== 'closed' } });
  const items = [{ catalogItemId: await anOffer('Mouse'), quantity: 1 }];
  await createRequest(w.mia, { caseNumber: cases.request?.number ?? '', items });
});

type Query = Parameters<typeof portalCases>[1];

async function names(actor: World['cora'], query: Query): Promise<string[]> {
  const { cases: rows } = await portalCases(actor, query);
  const nameOf = new Map(Object.entries(cases).map(([name, { number }]) => [number, name]));
  return rows.map(({ number }) => nameOf.get(number) ?? number).sort();
}

const own = ['asked', 'issue', 'over', 'request', 'solved'];
const ofBoxeo = [...own, "carl's", "carl's solved"].sort();

describe('lists', () => {
  const wanted: Readonly<Record<PortalList, readonly [cora: string[], ben: string[]]>> = {
    all: [own, ofBoxeo],
    action: [
      ['asked', 'solved'],
      ['asked', "carl's solved", 'solved'],
    ],
    issues: [['asked', 'issue', 'over', 'solved'], []],
    requests: [['request'], []],
  };

  it.each(portalLists)('POR-2 · %s contains what it describes, among the reader’s records', async (list) => {
    expect([await names(w.cora, { list }), await names(w.ben, { list })]).toEqual(wanted[list]);
  });

  it('POR-2 · closed ones are left out by default', async () => {
    expect(await names(w.cora, { list: 'issues', open: true })).toEqual(['asked', 'issue', 'solved']);
  });

  it('POR-15 · the number of Action Needed is that of its list, for everybody', async () => {
    for (const actor of [w.cora, w.carl, w.bea, w.ben, w.paul, w.petra, w.fiona, w.jane])
      expect(await countActionNeeded(actor)).toBe((await names(actor, { list: 'action' })).length);
    expect(await countActionNeeded(w.ava)).toBe(0);
  });

  it('POR-15 · a case that one was added to only to read needs no answer of oneself', async () => {
    const caseId = cases.solved?.id ?? '';
    const key = { caseId, userId: w.carl.id };
    const before = await countActionNeeded(w.carl);
    await db().caseColleague.create({ data: { ...key, mayAnswer: false, addedById: w.cora.id, addedAt: new Date() } });
    expect([await countActionNeeded(w.carl), (await names(w.carl, {})).includes('solved')]).toEqual([before, true]);
    await db().caseColleague.update({ where: { caseId_userId: key }, data: { mayAnswer: true } });
    expect(await countActionNeeded(w.carl)).toBe(before + 1);
    await db().caseColleague.deleteMany({ where: { caseId } });
  });

  it('POR-2 · words and numbers are found, also by their beginning; records of others are not', async () => {
    expect(await names(w.cora, { words: 'sol' })).toEqual(['solved']);
    expect(await names(w.cora, { words: `  ${cases.issue?.number.toLowerCase()} ` })).toEqual(['issue']);
    expect(await names(w.cora, { words: 'flick LINE' })).toEqual(own);
    expect(await names(w.cora, { words: 'carl' })).toEqual([]);
    expect(await names(w.cora, { words: "'; drop table tasks; -- & | ! ( ) :*" })).toEqual([]);
  });

  it('POR-13 · the account is shown only if it is another one', async () => {
    const [first] = (await portalCases(w.petra, { words: cases.issue?.number ?? '' })).cases;
    expect([first?.account, first?.contact]).toEqual(['Boxeo', 'Cora Customer']);
    const [mine] = (await portalCases(w.cora, { words: cases.issue?.number ?? '' })).cases;
    expect([mine?.account, mine?.contact]).toEqual([null, null]);
  });

  it('POR-22 · every state has one of the four words of customers', () => {
    for (const state of ['new', 'open', 'awaiting_info', 'resolved', 'closed', 'cancelled'])
      expect(customerSteps).toContain(stepOf(state));
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import { seesSomeRecords } from '#lib/access/policy.ts';
import { readableTasks } from '#lib/access/readable.ts';
import { staffGrants } from '#lib/access/staff-grants.ts';
import { linksAtCreation } from '#lib/new-record/form.ts';
import type { Actor, Person } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { isAssociable, links } from '#lib/record/link.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import { defaultSettings, readSettings } from '#lib/settings/settings.ts';
import { anOffer } from '#lib/testing/itsm.ts';
import { aCase, holderOf, notesOf, world } from '#lib/testing/world.ts';
import { commandContext } from '#lib/write/command-context.ts';
import { lockRecord } from '#lib/write/lock.ts';
import { additionalActions, itemsOf } from './additional-actions.ts';
import { associate } from './commands/associate.ts';
import { customerCases } from './queries/customer-cases.ts';
import { linkableRecords } from './queries/linkable.ts';

// Requests stand in for a kind whose records are only created from cases: such a kind needs only these rows.
Object.assign(links.request, { createdOnly: true });
Object.assign(staffGrants.request, { withCase: ['create', 'see'] });

const w = await world();
let agent: Person;
let items: { catalogItemId: string; quantity: number }[];
beforeAll(async () => {
  agent = await holderOf('Ada Agent', ['sn_customerservice_agent']);
  items = [{ catalogItemId: await anOffer('Mouse'), quantity: 1 }];
});

const numbersRead = async (actor: Actor) => {
  const rows = await db().$queryRaw<{ number: string }[]>`select t.number from tasks t where ${readableTasks(actor)}`;
  return rows.map(({ number }) => number);
};

describe('records that are only created', () => {
  test('REL-1 · nothing but their creation is offered', () => {
    expect(isAssociable('request')).toBe(false);
    expect(itemsOf('request').map(({ label }) => label)).toEqual(['Create Request']);
    const { link } = linksAtCreation(w.adam, defaultSettings);
    expect(link).toContain('incident');
    expect(link).not.toContain('request');
  });

  test('REL-1, REL-10, REL-14 · none is found by a picker, associated, or given a case from its own page', async () => {
    const [theCase, request] = [await aCase(w), await createRequest(w.mia, { items })];
    const relate = { caseNumber: theCase.number, link: 'request', number: request.number } as const;
    expect(await linkableRecords(w.mia, 'request', request.number, theCase)).toEqual([]);
    await expect(associate(w.mia, relate)).rejects.toMatchObject({ rule: 'REL-1' });
    expect(
      await customerCases(w.mia, await readSettings(db()), { link: 'request', recordId: request.id, after: null }),
    ).toMatchObject({ count: 0, tie: { mayAdd: false } });
  });

  test('REL-5 · the record names its source; the case is updated by the rule of the link only', async () => {
    const theCase = await aCase(w);
    const request = await createRequest(w.mia, { caseNumber: theCase.number, items });
    expect(await notesOf(request)).toEqual([`Created from case ${theCase.number}.`]);
    expect((await notesOf(theCase)).filter((note) => note.includes(request.number))).toEqual([]);
  });
});

describe('records that are visible with their case', () => {
  test('REL-16, ACC-6 · users who work the case create them there, see these and their items, and no others', async () => {
    const theCase = await aCase(w);
    const menu = additionalActions(theCase, agent, defaultSettings).map(({ label }) => label);
    expect(menu).toContain('Create Request');
    expect(menu).not.toContain('Create Incident');
    expect(seesSomeRecords(agent, 'request')).toBe(true);
    expect(seesSomeRecords(agent, 'problem')).toBe(false);
    const [own, foreign] = [
      await createRequest(agent, { caseNumber: theCase.number, items }),
      await createRequest(w.mia, { items }),
    ];
    const read = await numbersRead(agent);
    expect(read).toContain(own.number);
    expect(read).not.toContain(foreign.number);
    const item = await db().requestedItem.findFirstOrThrow({ where: { requestId: own.id }, include: { task: true } });
    expect(read).toContain(item.task.number);
    const context = await commandContext(db(), agent, 'test');
    await expect(lockRecord(context, 'request', foreign.number)).rejects.toMatchObject({ rule: 'REL-16' });
  });

  test('ACC-6 · users who work other customers see none of them', async () => {
    const theCase = await aCase(w, { consumerId: w.jane.id, contactId: null, accountId: null });
    const request = await createRequest(w.mia, { caseNumber: theCase.number, items });
    expect(additionalActions(theCase, agent, defaultSettings)).toEqual([]);
    expect(await numbersRead(agent)).not.toContain(request.number);
  });
});

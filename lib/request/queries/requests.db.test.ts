import { beforeAll, describe, expect, it } from 'vitest';
import { changeTemplates } from '#lib/change/queries/templates.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { recordView } from '#lib/record-page/queries/record-view.ts';
import { requestsOfCase } from '#lib/record-page/queries/requests-of-case.ts';
import { associate } from '#lib/related/commands/associate.ts';
import { linkableRecords } from '#lib/related/queries/linkable.ts';
import { aCase, holderOf, setIntegrationActive, world } from '#lib/testing/world.ts';
import { createRequest } from '../commands/create-request.ts';
import { itemsOf } from './items.ts';
import { catalogOffers } from './offers.ts';

const w = await world();
let laptop: string;

beforeAll(async () => {
  const { id: categoryId } = await db().catalogCategory.create({ data: { name: 'Hardware' } });
  const offer = { categoryId, priceCents: 129_900 };
  laptop = (await db().catalogItem.create({ data: { ...offer, name: 'Laptop' } })).id;
  await db().catalogItem.create({ data: { ...offer, name: 'Pager', active: false } });
  const template = { category: 'Network', shortDescription: 'Restart the router' };
  await db().changeTemplate.create({ data: { ...template, name: 'Router', implementationPlan: 'Pull the plug.' } });
  await db().changeTemplate.create({ data: { ...template, name: 'Old router', active: false } });
});

async function requestsSeenBy(actor: Actor, { number }: { number: string }) {
  const view = await recordView(actor, 'case', number);
  if (!view) throw new Error(`${number} is hidden.`);
  return requestsOfCase(actor, view);
}

describe('the catalogs', () => {
  it('REL-8 · users who may order are offered active items, found by words of item and category', async () => {
    const titles = async (query: string) => (await catalogOffers(w.mia, query)).map(({ title }) => title);
    expect(await titles('')).toEqual(['Laptop']);
    expect(await titles('hardware lap')).toEqual(['Laptop']);
    expect(await titles('pager')).toEqual([]);
    expect(await catalogOffers(w.pat, '')).toEqual([]);
    expect(await catalogOffers(w.cora, '')).toEqual([]);
  });

  it('REL-7 · a template shows all values of the change; only to users who may create changes', async () => {
    const [router, ...others] = await changeTemplates(w.mia, 'network');
    expect(others).toEqual([]);
    expect(router).toMatchObject({ title: 'Router', group: 'Network' });
    expect(router?.values).toContainEqual({ term: 'Implementation plan', detail: 'Pull the plug.' });
    expect(router?.values).toContainEqual({ term: 'Risk', detail: 'Low' });
    expect(await changeTemplates(w.pat, '')).toEqual([]);
  });
});

describe('the requests of a case', () => {
  it('REL-16 · users who may not read requests see only numbers, and may not remove them', async () => {
    const theCase = await aCase(w);
    const items = [{ catalogItemId: laptop, quantity: 2 }];
    const request = await createRequest(w.mia, { caseNumber: theCase.number, items });

    const seen = await requestsSeenBy(w.mia, theCase);
    expect(seen).toMatchObject({ mayRemove: true, requests: [{ number: request.number }] });
    expect(seen?.requests[0]?.seen?.items).toMatchObject([
      { title: 'Laptop', quantity: 2, priceCents: 259_800, stage: 'Fulfillment', state: { label: 'Open' } },
    ]);
    const bare = { id: request.id, number: request.number, seen: null };
    expect(await requestsSeenBy(w.pat, theCase)).toEqual({
      mayRemove: false,
      requests: [bare],
      updates: seen?.updates,
    });
    expect(await itemsOf(w.pat, [request.id])).toEqual(new Map());
    const reader = await holderOf('Reader', ['sn_customerservice_agent', 'sn_request_read']);
    expect(await requestsSeenBy(reader, theCase)).toMatchObject({ mayRemove: false, requests: seen?.requests });
  });

  it('REL-3 · without the integration there are none', async () => {
    const theCase = await aCase(w);
    await setIntegrationActive('com.sn_cs_sm_request', false);
    expect(await requestsSeenBy(w.mia, theCase)).toBeNull();
    await setIntegrationActive('com.sn_cs_sm_request', true);
  });

  it('REL-10 · REL-8 · the picker offers requests that belong to no case', async () => {
    const theCase = await aCase(w);
    const { number } = await createRequest(w.mia, { items: [{ catalogItemId: laptop, quantity: 1 }] });
    const offered = async () => (await linkableRecords(w.mia, 'request', '')).map((each) => each.number);
    expect(await offered()).toContain(number);
    await associate(w.mia, { caseNumber: theCase.number, link: 'request', number });
    expect(await offered()).not.toContain(number);
  });
});

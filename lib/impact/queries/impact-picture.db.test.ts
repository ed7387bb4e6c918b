import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '#lib/platform/db.ts';
import { associate } from '#lib/related/commands/associate.ts';
import { type Outage, outage } from '#lib/testing/outage.ts';
import { aCase, anIncident, world } from '#lib/testing/world.ts';
import { customersOf, MAX_ACCOUNTS, nodeLabel } from '../picture.ts';
import { impactPicture } from './impact-picture.ts';
import { findOrigin } from './origin.ts';

const w = await world();
let items: Outage;
beforeAll(async () => {
  items = await outage(w);
});

const pictureOf = async ({ number }: { number: string }) => impactPicture(await findOrigin(w.noa, { number }));

/** The edges by the labels of their nodes. */
async function waysOf(record: { number: string }): Promise<string[]> {
  const { nodes, edges } = await pictureOf(record);
  const label = (key: string) => {
    const node = nodes.find((each) => each.key === key);
    return node ? nodeLabel(node) : key;
  };
  return edges.map(({ from, to }) => `${label(from)} > ${label(to)}`).toSorted();
}

describe('IMP-3 · the picture', () => {
  it('leads from the configuration item through its dependents and products to the customers', async () => {
    expect(await waysOf(await anIncident(w, { configurationItemId: items.core }))).toEqual([
      'SD-WAN Edge > 1 consumer',
      'SD-WAN Edge > Boxeo',
      'SD-WAN Edge > Funco',
      'db-core-1 > mail-gw-1',
      'mail-gw-1 > Mail Relay',
      'mail-gw-1 > SD-WAN Edge',
    ]);
  });

  it('leads from associated cases to customers without an affected product', async () => {
    const incident = await anIncident(w);
    for (const consumerId of [null, null, w.jane.id]) {
      const { number } = await aCase(w, { consumerId });
      await associate(w.adam, { caseNumber: number, link: 'incident', number: incident.number });
    }
    expect(await waysOf(incident)).toEqual(['3 associated cases > 1 consumer', '3 associated cases > Boxeo']);
  });

  it('is empty if no customer is affected', async () => {
    expect(await pictureOf(await anIncident(w))).toEqual({ nodes: [], edges: [] });
  });

  it.each([
    [MAX_ACCOUNTS, MAX_ACCOUNTS, null],
    [MAX_ACCOUNTS + 1, 1, '41 accounts'],
  ])('shows %d accounts as %d', async (count, shown, label) => {
    const { id: configurationItemId } = await db().configurationItem.create({
      data: { name: `wide-${count}`, class: 'Server' },
    });
    const names = Array.from({ length: count }, (_, index) => ({ name: `Shop ${count} ${index}` }));
    const accounts = await db().account.createManyAndReturn({ data: names });
    await db().installBaseItem.createMany({
      data: accounts.map(({ id, name }) => ({ name, accountId: id, productId: w.product, configurationItemId })),
    });
    const picture = await pictureOf(await anIncident(w, { configurationItemId }));
    const drawn = picture.nodes.filter(({ sort }) => sort === 'account');
    expect(drawn).toHaveLength(shown);
    if (label) expect(drawn.map(nodeLabel)).toEqual([label]);
    const product = picture.nodes.find(({ sort }) => sort === 'product');
    expect(customersOf(picture, product?.key ?? '')).toBe(count);
  });

  it('folds surplus items of a column and keeps all paths', async () => {
    const { id: root } = await db().configurationItem.create({ data: { name: 'root-1', class: 'Server' } });
    const dependents = await db().configurationItem.createManyAndReturn({
      data: Array.from({ length: 30 }, (_, index) => ({ name: `app-${index + 10}`, class: 'Application' })),
    });
    await db().ciRelationship.createMany({ data: dependents.map(({ id }) => ({ parentId: id, childId: root })) });
    const last = dependents.at(-1)?.id ?? '';
    const own = { name: 'At Alliant', productId: w.product, configurationItemId: last };
    await db().installBaseItem.create({ data: { ...own, accountId: w.alliant } });
    const ways = await waysOf(await anIncident(w, { configurationItemId: root }));
    expect(ways).toHaveLength(14);
    expect(ways).toContain('root-1 > 19 items');
    expect(ways).toContain('19 items > SD-WAN Edge');
    expect(ways).toContain('SD-WAN Edge > Alliant');
  });
});

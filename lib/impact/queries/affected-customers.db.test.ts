import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '#lib/platform/db.ts';
import type { AssociableLinkName } from '#lib/record/link.ts';
import { associate } from '#lib/related/commands/associate.ts';
import { aChange, aProblem } from '#lib/testing/itsm.ts';
import { type Outage, outage } from '#lib/testing/outage.ts';
import { aCase, anIncident, makeMajor, world } from '#lib/testing/world.ts';
import { affectedCustomers } from './affected-customers.ts';

const w = await world();
let items: Outage;
beforeAll(async () => {
  items = await outage(w);
});

const namesOf = async ({ id }: { id: string }) => (await affectedCustomers(db(), id)).map(({ name }) => name);

describe('IMP-1 · affected customers', () => {
  it('are accounts and consumers with an installed product that depends on the configuration item', async () => {
    const incident = await anIncident(w, { configurationItemId: items.core });
    expect(await affectedCustomers(db(), incident.id)).toEqual([
      { accountId: w.boxeo, consumerId: null, name: 'Boxeo', active: true },
      { accountId: w.funco, consumerId: null, name: 'Funco', active: true },
      { accountId: null, consumerId: w.jane.id, name: 'Jane Doe', active: true },
    ]);
  });

  it('exclude owners of products that do not depend on it', async () => {
    expect(await namesOf(await anIncident(w, { configurationItemId: items.relay }))).toEqual([]);
    expect(await namesOf(await anIncident(w, { configurationItemId: items.lonely }))).toEqual([]);
    expect(await namesOf(await anIncident(w))).toEqual([]);
  });

  it('follow from the service of an incident as from its configuration item', async () => {
    const incident = await anIncident(w, { serviceId: items.gateway, configurationItemId: items.lonely });
    expect(await namesOf(incident)).toEqual(['Boxeo', 'Funco', 'Jane Doe']);
  });

  it.each<[AssociableLinkName, () => Promise<{ id: string; number: string }>]>([
    ['incident', () => anIncident(w)],
    ['problem', () => aProblem(w)],
    ['change', () => aChange(w)],
    ['causedByChange', () => aChange(w)],
  ])('are the customers of cases that have it as %s, each once', async (link, make) => {
    const record = await make();
    for (const consumerId of [null, null, w.jane.id]) {
      const { number } = await aCase(w, { consumerId });
      await associate(w.adam, { caseNumber: number, link, number: record.number });
    }
    expect(await namesOf(record)).toEqual(['Boxeo', 'Jane Doe']);
  });

  it('are the customers of the children of a major case that has it', async () => {
    const incident = await anIncident(w);
    const [major, child] = [await aCase(w), await aCase(w, { contactId: w.fiona.id })];
    await makeMajor(major, child);
    await db().case.update({ where: { id: major.id }, data: { incidentId: incident.id } });
    expect(await namesOf(incident)).toEqual(['Funco']);
  });
});

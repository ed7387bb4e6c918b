import { v7 as uuid } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { type Outage, outage } from '#lib/platform/testing/outage.ts';
import { aCase, anIncident, type World, world } from '#lib/platform/testing/world.ts';
import { associate } from '#lib/related/commands/associate.ts';
import type { ImpactPill } from '../pills.ts';
import { impactFigures } from './impact-figures.ts';
import { impactPage } from './impact-page.ts';
import { findOrigin } from './origin.ts';

let w: World;
let items: Outage;
beforeAll(async () => {
  w = await world();
  items = await outage(w);
  await db().account.update({ where: { id: w.boxeo }, data: { contractValue: 1_000.5 } });
  await db().account.update({ where: { id: w.funco }, data: { contractValue: 200 } });
});

const pageOf = async ({ number }: { number: string }, pill: ImpactPill = 'all', actor: Actor = w.noa) =>
  (await impactPage(actor, await findOrigin(actor, { number }), { pill, after: null })).rows;
const figuresOf = async ({ number }: { number: string }) => impactFigures(await findOrigin(w.noa, { number }));
const namesBy = async (record: { number: string }, pill: ImpactPill) =>
  (await pageOf(record, pill)).map(({ name }) => name);

async function aCaseOf(incident: { number: string }, values: Parameters<typeof aCase>[1] = {}) {
  const theCase = await aCase(w, values);
  await associate(w.adam, { caseNumber: theCase.number, link: 'incident', number: incident.number });
  return theCase;
}

const proactive = ({ id }: { id: string }) => db().case.update({ where: { id }, data: { proactive: true } });

describe('IMP-1 · each row says why', () => {
  it('by the shortest way from what fails to what is installed', async () => {
    // Two ways lead up to the portal: the direct one is shown.
    const portal = await db().configurationItem.create({ data: { name: 'Portal', class: 'Application' } });
    await db().ciRelationship.createMany({
      data: [
        { parentId: portal.id, childId: items.relay },
        { parentId: portal.id, childId: items.gateway },
      ],
    });
    const at = { name: 'Portal at Alliant', productId: w.product, configurationItemId: portal.id };
    await db().installBaseItem.create({ data: { ...at, accountId: w.alliant } });
    const rows = await pageOf(await anIncident(w, { configurationItemId: items.core }));
    expect(rows.map(({ name, path }) => [name, ...(path?.steps ?? []), path?.item])).toEqual([
      ['Alliant', 'db-core-1', 'mail-gw-1', 'Portal', 'Portal at Alliant'],
      ['Boxeo', 'db-core-1', 'mail-gw-1', 'Relay at Boxeo'],
      ['Funco', 'db-core-1', 'mail-gw-1', 'Relay at Funco'],
      ['Jane Doe', 'db-core-1', 'mail-gw-1', 'Relay at Jane Doe'],
    ]);
    await db().installBaseItem.deleteMany({ where: { configurationItemId: portal.id } });
    await db().ciRelationship.deleteMany({ where: { parentId: portal.id } });
  });

  it('by its cases, with the proactive one, what was sent and the major case', async () => {
    const incident = await anIncident(w);
    const [reactive, own] = [await aCaseOf(incident), await aCaseOf(incident, { contactId: w.fiona.id })];
    await proactive(own);
    const major = await aCase(w);
    await db().case.update({ where: { id: own.id }, data: { parentId: major.id } });
    const [boxeo, funco] = await pageOf(incident);
    expect(boxeo).toMatchObject({ path: null, reactiveCases: [reactive.number], hasProactive: false, majorCase: null });
    expect(boxeo?.openCases).toBeGreaterThan(0);
    expect(funco).toMatchObject({
      reactiveCases: [],
      proactiveCase: own.number,
      majorCase: major.number,
      openCases: 1,
    });
  });

  it('and turns pages without leaving anybody out', async () => {
    const item = await db().configurationItem.create({ data: { name: 'wide-1', class: 'Server' } });
    const names = Array.from({ length: 120 }, (_, index) => `Shop ${String(index).padStart(3, '0')}`);
    const accounts = await db().account.createManyAndReturn({ data: names.map((name) => ({ name })) });
    await db().installBaseItem.createMany({
      data: accounts.map(({ id, name }) => ({
        name,
        accountId: id,
        productId: w.product,
        configurationItemId: item.id,
      })),
    });
    const origin = await findOrigin(w.noa, { item: item.id });
    const shown: string[] = [];
    let after: string | null = null;
    do {
      const page = await impactPage(w.noa, origin, { pill: 'all', after });
      shown.push(...page.rows.map(({ name }) => name));
      after = page.next;
    } while (after);
    expect(shown).toEqual(names);
    expect(await impactFigures(origin)).toMatchObject({ accounts: 120, reactiveCases: 0 });
  });
});

describe('IMP-2 · figures and pills', () => {
  it('count all who are affected', async () => {
    const incident = await anIncident(w, { configurationItemId: items.core });
    await aCaseOf(incident);
    await proactive(await aCaseOf(incident, { contactId: w.fiona.id }));
    expect(await figuresOf(incident)).toEqual({
      contractCents: 120_050,
      accounts: 2,
      consumers: 1,
      products: 1,
      installBaseItems: 3,
      reactiveCases: 1,
      dependents: 2,
      byPill: { all: 3, critical: 0, no_proactive: 2, no_communication: 3 },
    });
    expect(await namesBy(incident, 'no_proactive')).toEqual(['Boxeo', 'Jane Doe']);
  });

  it('are nothing where nobody is affected', async () => {
    const incident = await anIncident(w);
    expect(await figuresOf(incident)).toMatchObject({ contractCents: 0, accounts: 0, consumers: 0, dependents: 0 });
    expect(await pageOf(incident)).toEqual([]);
  });

  it.each([
    ['Business service', 'Degraded', 3],
    ['Business service', 'Operational', 0],
    ['Technical service', 'Non-Operational', 0],
  ])('a %s that is %s makes %d of them critical', async (kind, operationalStatus, count) => {
    const incident = await anIncident(w, { configurationItemId: items.core });
    await db().configurationItem.update({ where: { id: items.relay }, data: { class: kind, operationalStatus } });
    const names = await namesBy(incident, 'critical');
    await db().configurationItem.update({
      where: { id: items.relay },
      data: { class: 'Business service', operationalStatus: 'Operational' },
    });
    expect(names).toHaveLength(count);
  });

  it('a mail to the customer about the proactive case is a communication, one to staff is none', async () => {
    const incident = await anIncident(w, { configurationItemId: items.core });
    const own = await aCaseOf(incident);
    await proactive(own);
    await db().mail.deleteMany({ where: { taskId: own.id } });
    const write = async (recipientId: string) => {
      const { id: causeId } = await db().cause.findFirstOrThrow({ where: { taskId: own.id } });
      const words = { event: 'told', address: 'a@b', subject: 's', body: 'b', status: 'sent' } as const;
      const id = uuid();
      const messageId = `<${id}@test>`;
      await db().mail.create({
        data: { ...words, id, messageId, causeId, taskId: own.id, recipientId, createdAt: new Date() },
      });
    };
    await write(w.ava.id);
    expect(await namesBy(incident, 'no_communication')).toEqual(['Boxeo', 'Funco', 'Jane Doe']);
    await write(w.cora.id);
    expect(await namesBy(incident, 'no_communication')).toEqual(['Funco', 'Jane Doe']);
    expect((await pageOf(incident))[0]).toMatchObject({ name: 'Boxeo', communicated: true });
  });
});

describe('ACC-6 · who may see it', () => {
  const asked = (actor: Actor, of: { number: string } | { item: string }) =>
    findOrigin(actor, of).then(
      () => 'yes',
      ({ rule }) => rule,
    );

  it('is who holds the roles and may see the record', async () => {
    const { number } = await anIncident(w);
    const answers = await Promise.all([w.noa, w.mia, w.adam, w.ian, w.ava, w.pat].map((who) => asked(who, { number })));
    expect(answers).toEqual(['yes', 'yes', 'yes', 'ACC-6', 'ACC-6', 'REL-16']);
  });

  it('a case has none, and what does not exist answers like what is hidden', async () => {
    const { number } = await aCase(w);
    expect(await asked(w.noa, { number })).toBe('REL-16');
    expect(await asked(w.noa, { item: w.boxeo })).toBe('REL-16');
    expect(await asked(w.ian, { item: items.core })).toBe('ACC-6');
    expect(await asked(w.noa, { item: items.core })).toBe('yes');
  });
});

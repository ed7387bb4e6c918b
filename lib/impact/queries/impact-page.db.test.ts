import { v7 as uuid } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { startRun } from '#lib/customer-messages/commands/start-run.ts';
import { stopRun } from '#lib/customer-messages/commands/stop-run.ts';
import { messageRuns } from '#lib/customer-messages/run/message-runs.ts';
import { type Actor, system } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { associate } from '#lib/related/commands/associate.ts';
import { processRuns } from '#lib/run/commands/process-runs.ts';
import { type Outage, outage } from '#lib/testing/outage.ts';
import { aCase, anIncident, makeMajor, world } from '#lib/testing/world.ts';
import type { ImpactPill } from '../pills.ts';
import { affectedCount } from './affected-customers.ts';
import { impactFigures } from './impact-figures.ts';
import { impactPage } from './impact-page.ts';
import { findOrigin } from './origin.ts';

const w = await world();
let items: Outage;
beforeAll(async () => {
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

/** Marks a case of Boxeo or Funco as the proactive case of an incident. */
async function proactive({ id }: { id: string }, incident: { id: string }) {
  const { accountId } = await db().task.findUniqueOrThrow({ where: { id }, select: { accountId: true } });
  await db().case.update({ where: { id }, data: { proactive: true } });
  await db().proactiveCase.create({ data: { caseId: id, sourceId: incident.id, accountId } });
}

describe('IMP-1 · the reason of each row', () => {
  it('by the shortest path from the failing item to the installed product', async () => {
    // Two paths lead to the portal. The page shows the direct one.
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

  it('by its cases, with the proactive one, the messages and the major case', async () => {
    const incident = await anIncident(w);
    const [reactive, own] = [await aCaseOf(incident), await aCaseOf(incident, { contactId: w.fiona.id })];
    await proactive(own, incident);
    const major = await aCase(w);
    await makeMajor(major, own);
    const [boxeo, funco] = await pageOf(incident);
    expect(boxeo).toMatchObject({ path: null, otherCases: [reactive.number], hasProactive: false, majorCase: null });
    expect(boxeo?.openCases).toBeGreaterThan(0);
    expect(funco).toMatchObject({
      otherCases: [],
      proactiveCase: own.number,
      majorCase: major.number,
      openCases: 1,
    });
  });

  it('and shows every customer across its pages', async () => {
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
  it('count all affected customers', async () => {
    const incident = await anIncident(w, { configurationItemId: items.core });
    await aCaseOf(incident);
    await proactive(await aCaseOf(incident, { contactId: w.fiona.id }), incident);
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
    expect(await affectedCount(incident.id)).toBe(3);
    expect(await namesBy(incident, 'no_proactive')).toEqual(['Boxeo', 'Jane Doe']);
  });

  it('are empty if no customer is affected', async () => {
    const incident = await anIncident(w);
    expect(await figuresOf(incident)).toMatchObject({ contractCents: 0, accounts: 0, consumers: 0, dependents: 0 });
    expect(await pageOf(incident)).toEqual([]);
    expect(await affectedCount(incident.id)).toBe(0);
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

  it('an email to the customer about the proactive case is a communication, one to staff is not', async () => {
    const incident = await anIncident(w, { configurationItemId: items.core });
    const own = await aCaseOf(incident);
    await proactive(own, incident);
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
    expect((await pageOf(incident))[0]).toMatchObject({ name: 'Boxeo', message: { is: 'sent' } });
  });
});

describe('IMP-2 · the status of the messages', () => {
  const messageOf = async (incident: { number: string }, customer: string) =>
    (await pageOf(incident)).find(({ name }) => name === customer)?.message;
  /** Writes to all customers of an incident, and lets the mail server accept or refuse the emails. */
  const tell = async (incident: { number: string }, status: 'sent' | 'failed' | 'suppressed' | 'queued') => {
    const { runId } = await startRun(w.noa, { kind: 'incident', number: incident.number, text: 'We are on it.' });
    await processRuns(system, messageRuns);
    const became = {
      sent: { sentAt: new Date() },
      failed: { lastError: 'mailbox full' },
      suppressed: { reason: 'held back' },
    };
    if (status === 'queued') return;
    await db().mail.updateMany({
      where: { notifies: { runId } },
      data: { status, nextTryAt: null, ...became[status] },
    });
  };

  it.each([
    ['sent', { is: 'sent', because: '' }, false],
    ['queued', { is: 'queued', because: '' }, false],
    ['failed', { is: 'failed', because: 'mailbox full' }, true],
    ['suppressed', { is: 'failed', because: 'held back' }, true],
  ] as const)('one about a reactive case that is %s', async (status, message, isInPill) => {
    const incident = await anIncident(w);
    await aCaseOf(incident);
    expect(await namesBy(incident, 'no_communication')).toEqual(['Boxeo']);
    await tell(incident, status);
    expect(await messageOf(incident, 'Boxeo')).toEqual(message);
    expect(await namesBy(incident, 'no_communication')).toEqual(isInPill ? ['Boxeo'] : []);
  });

  it('one that only reached the watch list, staff or of another customer, is none', async () => {
    const incident = await anIncident(w);
    const own = await aCaseOf(incident);
    await db().taskWatcher.createMany({
      data: [w.ava, w.paul].map(({ id }) => ({ taskId: own.id, list: 'watch_list', userId: id })),
    });
    await db().user.update({ where: { id: w.cora.id }, data: { email: null } });
    await tell(incident, 'sent');
    await db().user.update({ where: { id: w.cora.id }, data: { email: 'cora.customer@example.test' } });
    expect(await db().mail.count({ where: { taskId: own.id, event: 'notification', status: 'sent' } })).toBeGreaterThan(
      0,
    );
    expect(await messageOf(incident, 'Boxeo')).toMatchObject({ is: 'failed' });
    expect(await namesBy(incident, 'no_communication')).toEqual(['Boxeo']);
  });

  it('a stopped one counts as not sent, with the reason', async () => {
    const incident = await anIncident(w);
    await aCaseOf(incident);
    const { runId } = await startRun(w.noa, { kind: 'incident', number: incident.number, text: 'We are on it.' });
    await processRuns(system, messageRuns);
    expect(await messageOf(incident, 'Boxeo')).toMatchObject({ is: 'queued' });
    await stopRun(w.noa, { runId });
    expect(await messageOf(incident, 'Boxeo')).toEqual({ is: 'failed', because: 'the message was stopped' });
    expect(await namesBy(incident, 'no_communication')).toEqual(['Boxeo']);
  });

  it('an email about something else is not: ordinary mail, or a message of another record', async () => {
    const [incident, other] = [await anIncident(w), await anIncident(w)];
    const own = await aCaseOf(other);
    await tell(other, 'sent');
    await db().case.update({ where: { id: own.id }, data: { incidentId: incident.id } });
    expect(await db().mail.count({ where: { taskId: own.id, recipientId: w.cora.id } })).toBeGreaterThan(0);
    expect(await messageOf(incident, 'Boxeo')).toBeNull();
    expect(await namesBy(incident, 'no_communication')).toEqual(['Boxeo']);
  });

  it('a failed email about the proactive case shows its error', async () => {
    const incident = await anIncident(w);
    const own = await aCaseOf(incident);
    await proactive(own, incident);
    await tell(incident, 'sent');
    await db().mail.updateMany({
      where: { taskId: own.id },
      data: { status: 'failed', nextTryAt: null, lastError: 'no such user' },
    });
    expect(await messageOf(incident, 'Boxeo')).toEqual({ is: 'failed', because: 'no such user' });
    expect((await figuresOf(incident)).byPill.no_communication).toBe(1);
  });

  it('an entry that was only written into a case is no communication', async () => {
    const incident = await anIncident(w);
    const own = await aCaseOf(incident);
    await db().task.update({ where: { id: own.id }, data: { contactId: null, accountId: w.alliant } });
    await tell(incident, 'sent');
    expect(await messageOf(incident, 'Alliant')).toEqual({ is: 'failed', because: 'nobody to write to' });
  });
});

describe('IMP-1 · open cases', () => {
  it('are all open cases of the account, and no others', async () => {
    const { id: accountId } = await db().account.create({ data: { name: 'Large' } });
    const ofIt = { accountId, contactId: null };
    const incident = await anIncident(w);
    const own = await aCaseOf(incident);
    await db().task.update({ where: { id: own.id }, data: ofIt });
    const like = await db().task.findUniqueOrThrow({ where: { id: own.id } });
    const others = Array.from({ length: 700 }, (_, n) => ({ ...like, id: uuid(), number: `CS9${1_000_000 + n}` }));
    // The closed cases are the newest.
    const closed = { state: 'closed', active: false, updatedAt: new Date(Date.now() + 1_000_000) };
    await db().task.createMany({ data: others.map((each, n) => (n < 600 ? { ...each, ...closed } : each)) });
    await db().case.createMany({ data: others.map(({ id }) => ({ id })) });
    expect(await pageOf(incident)).toMatchObject([{ name: 'Large', openCases: 101 }]);
  });
});

describe('ACC-6 · access to the impact page', () => {
  const asked = (actor: Actor, of: { number: string } | { item: string }) =>
    findOrigin(actor, of).then(
      () => 'yes',
      ({ rule }) => rule,
    );

  it('needs the roles and access to the record', async () => {
    const { number } = await anIncident(w);
    const answers = await Promise.all([w.noa, w.mia, w.adam, w.ian, w.ava, w.pat].map((who) => asked(who, { number })));
    expect(answers).toEqual(['yes', 'ACC-6', 'yes', 'ACC-6', 'ACC-6', 'REL-16']);
  });

  it('a case has none, and a missing record answers like a hidden one', async () => {
    const { number } = await aCase(w);
    expect(await asked(w.noa, { number })).toBe('REL-16');
    expect(await asked(w.noa, { item: w.boxeo })).toBe('REL-16');
    expect(await asked(w.ian, { item: items.core })).toBe('ACC-6');
    expect(await asked(w.noa, { item: items.core })).toBe('yes');
  });
});

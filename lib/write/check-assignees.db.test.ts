import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GET } from '#app/api/references/route.ts';
import { conclude } from '#lib/engine/conclude.ts';
import type { Offered } from '#lib/kinds/reference.ts';
import { assignMany } from '#lib/list/assign-many.ts';
import { createRecords } from '#lib/new-record/commands/create-records.ts';
import { type Actor, type Person, system } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import { taskKindNames } from '#lib/record/kind.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { createLinked } from '#lib/related/write-link.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import { anOffer, itemOf } from '#lib/testing/itsm.ts';
import { aRecordOf } from '#lib/testing/kinds.ts';
import { signedIn } from '#lib/testing/signed-in.ts';
import { aCase, anIncident, change, fresh, holderOf, world } from '#lib/testing/world.ts';
import { setUserActive } from '#lib/user/commands/set-user-active.ts';
import { type CommandContext, commandContext } from './command-context.ts';
import { createRecord } from './create-records.ts';
import { updateRecord } from './write-updates.ts';

const w = await world();
let gone: Person;
/** An agent for accounts and contacts. */
let pia: Person;
beforeAll(async () => {
  pia = await holderOf('Pia Agent', ['sn_customerservice_agent']);
  gone = await holderOf('Gil Gone', ['admin']);
  await setUserActive(w.adam, { userId: gone.id, active: false });
});

const judged = (work: Promise<unknown>) =>
  work.then(
    () => 'taken',
    (error: unknown) => {
      if (error instanceof Refusal) return `${error.rule} ${error.field}: ${error.because}`;
      throw error;
    },
  );
const unable = (why: string) => `REC-5 assignedToId: Assigned to: ${why}`;
const noIncidents = unable('Pat Plain has no role to work incidents.');

/** Writes as the system, as a rule or a default does. */
function written(work: (context: CommandContext) => Promise<unknown>): Promise<unknown> {
  return transaction(async (tx) => {
    const context = await commandContext(tx, system, 'test');
    await work(context);
    await conclude(context);
  });
}

describe('assignees must be able to work the record', () => {
  it('REC-5 · in the form', async () => {
    const incident = await anIncident(w);
    expect(await judged(change(w.ian, incident, { assignedToId: w.pat.id }))).toBe(noIncidents);
    expect(await judged(change(w.ian, incident, { assignedToId: gone.id }))).toBe(unable('Gil Gone is not active.'));
    expect(await fresh(incident)).toMatchObject({ version: 1, assignedToId: null });
    expect(await judged(change(w.ian, incident, { assignedToId: w.noa.id }))).toBe('taken');
  });

  it('REC-5 · of cases by the customer', async () => {
    const [ofContact, ofConsumer] = [await aCase(w), await aCase(w, { consumerId: w.jane.id })];
    const to = async (theCase: TaskRecord, { id }: { id: string }) =>
      judged(change(w.mia, theCase, { assignedToId: id }));
    expect(await to(ofContact, w.pat)).toBe('taken');
    expect(await to(ofContact, w.cleo)).toBe(
      unable('Cleo Consumer-Agent has no role to work cases of accounts and contacts.'),
    );
    expect(await to(ofConsumer, w.cleo)).toBe('taken');
    expect(await to(ofConsumer, w.pat)).toBe(unable('Pat Plain has no role to work cases of consumers.'));
    expect(await to(ofContact, w.vic)).toMatch(/^REC-5 assignedToId/);
  });

  it('REC-5 · on the page of a new record', async () => {
    const create = (assignedToId: string) =>
      createRecords(w.ian, { kind: 'incident', values: { shortDescription: 'New', assignedToId } });
    const before = await db().incident.count();
    expect(await judged(create(w.pat.id))).toBe(noIncidents);
    expect(await db().incident.count()).toBe(before);
    expect(await judged(create(w.noa.id))).toBe('taken');
  });

  it('REC-5 · by an import, which writes as the product', async () => {
    const incident = await anIncident(w);
    expect(await judged(change(system, incident, { assignedToId: w.pat.id }))).toBe(noIncidents);
    expect(await judged(change(system, incident, { assignedToId: w.noa.id }))).toBe('taken');
  });

  it('REC-5 · when it is created from a case', async () => {
    const theCase = await aCase(w);
    const create = (assignedToId: string) =>
      written((context) => createLinked(context, theCase, 'incident', { shortDescription: 'Line', assignedToId }));
    expect(await judged(create(w.pat.id))).toBe(noIncidents);
    expect((await fresh(theCase)).incidentId).toBeNull();
    expect(await judged(create(w.noa.id))).toBe('taken');
  });

  it('REC-5 · by what a default or a rule sets', async () => {
    const incident = await anIncident(w);
    const values = (assignedToId: string) => ({ shortDescription: 'By default', assignedToId });
    for (const [id, verdict] of [
      [w.pat.id, noIncidents],
      [w.noa.id, 'taken'],
    ] as const) {
      expect(await judged(written((context) => createRecord(context, 'incident', values(id))))).toBe(verdict);
      const set = written((context) => updateRecord(context, 'incident', incident, { ...incident, assignedToId: id }));
      expect(await judged(set)).toBe(verdict);
    }
  });
});

/** A group with these members. */
async function aGroup(name: string, ...members: { id: string }[]): Promise<string> {
  const { id: groupId } = await db().group.create({ data: { name } });
  await db().groupMember.createMany({ data: members.map(({ id: userId }) => ({ groupId, userId })) });
  return groupId;
}

describe('no group is assigned what none of its active members can work', () => {
  const without = (name: string, what: string) =>
    `REC-5 assignmentGroupId: Assignment group: ${name} has no active member with a role to work ${what}.`;

  it('REC-5 · in the form, by the customer of a case', async () => {
    const [approvers, agents, left] = [
      await aGroup('Approvers', w.ian),
      await aGroup('Account agents', pia),
      await aGroup('Left', gone),
    ];
    const [ofContact, ofConsumer] = [await aCase(w), await aCase(w, { consumerId: w.jane.id })];
    const to = (theCase: TaskRecord, assignmentGroupId: string) =>
      judged(change(w.mia, theCase, { assignmentGroupId }));
    const ofAccounts = 'cases of accounts and contacts';
    expect(await to(ofContact, approvers)).toBe(without('Approvers', ofAccounts));
    expect(await to(ofContact, left)).toBe(without('Left', ofAccounts));
    expect(await to(ofConsumer, agents)).toBe(without('Account agents', 'cases of consumers'));
    expect(await fresh(ofContact)).toMatchObject({ version: 1, assignmentGroupId: null });
    expect(await to(ofContact, agents)).toBe('taken');
  });

  it('REC-5 · on the page of a new record, in bulk and by an import', async () => {
    const assignmentGroupId = await aGroup('Field', pia);
    const values = { shortDescription: 'New', assignmentGroupId };
    const refused = without('Field', 'incidents');
    expect(await judged(createRecords(w.ian, { kind: 'incident', values }))).toBe(refused);
    const incident = await anIncident(w);
    expect(await judged(change(system, incident, { assignmentGroupId }))).toBe(refused);
    const selection = { kind: 'incident' as const, records: [incident], to: { groupId: assignmentGroupId } };
    expect((await assignMany(w.ian, selection)).refused).toMatchObject([{ number: incident.number, rule: 'REC-5' }]);
  });

  it('REC-5 · and a group that the catalog names is left away instead', async () => {
    const [nobody, fulfilment] = [await aGroup('Movers', pia), await aGroup('Stores', w.mia)];
    const items = [];
    for (const [name, fulfilmentGroupId] of Object.entries({ Desk: nobody, Chair: fulfilment })) {
      const catalogItemId = await anOffer(name);
      await db().catalogItem.update({ where: { id: catalogItemId }, data: { fulfilmentGroupId } });
      items.push({ catalogItemId, quantity: 1 });
    }
    const request = await createRequest(w.mia, { items });
    expect((await itemOf(request, 'Desk')).assignmentGroupId).toBeNull();
    expect((await itemOf(request, 'Chair')).assignmentGroupId).toBe(fulfilment);
  });

  it('REC-5 · but one that it had stays, when others are saved and when its members left', async () => {
    const assignmentGroupId = await aGroup('Leaving', w.mia);
    const incident = await anIncident(w, { assignmentGroupId });
    await db().groupMember.deleteMany({ where: { groupId: assignmentGroupId } });
    expect(await judged(change(w.ian, incident, { description: 'More', assignmentGroupId }))).toBe('taken');
    expect(await fresh(incident)).toMatchObject({ assignmentGroupId, description: 'More' });
  });
});

describe('an unchanged assignment', () => {
  it('REC-5 · stays when other fields are saved, and when its group is changed', async () => {
    const left = await holderOf('Lou Left', ['itil']);
    const incident = await anIncident(w, { assignedToId: left.id });
    await db().userRole.deleteMany({ where: { userId: left.id } });
    await change(w.ian, incident, { description: 'More', assignmentGroupId: w.desk, assignedToId: left.id });
    expect(await fresh(incident)).toMatchObject({ assignedToId: left.id, assignmentGroupId: w.desk });
  });

  it('REC-5 · is judged once it is another', async () => {
    const incident = await anIncident(w, { assignedToId: w.noa.id });
    expect(await judged(change(w.ian, incident, { assignedToId: w.pat.id }))).toBe(noIncidents);
    expect(await judged(change(w.ian, incident, { assignedToId: null }))).toBe('taken');
  });
});

/** CASE-9 · A major case, which has no customer. */
async function aMajorCase(): Promise<TaskRecord> {
  const theCase = await aCase(w);
  const { id } = theCase;
  await db().case.update({ where: { id }, data: { majorCaseState: 'accepted' } });
  await db().task.update({ where: { id }, data: { contactId: null, accountId: null } });
  return fresh(theCase);
}

const records: readonly (readonly [string, () => Promise<TaskRecord>])[] = [
  ...taskKindNames.map((kind) => [kind, () => aRecordOf(kind, w)] as const),
  ['case of a consumer', () => aCase(w, { consumerId: w.jane.id })],
  ['case without customer', aMajorCase],
];

/** What the picker in a record's form offers. */
async function offered(actor: Actor, { kind, ...record }: TaskRecord, more: Record<string, string> = {}) {
  signedIn.actor = actor;
  const { contactId: contact, consumerId: consumer, accountId: account } = record;
  const named = Object.entries({ contact, consumer, account }).flatMap(([name, id]) => (id ? [[name, id]] : []));
  const query = new URLSearchParams({ kind: 'user', assigns: kind, ...Object.fromEntries(named), ...more });
  const answer = await GET(new Request(`http://localhost:3000/api/references?${query}`), {
    params: Promise.resolve({}),
  });
  return (await answer.json()) as Offered[];
}

describe('the picker offers exactly the users that the server accepts', () => {
  beforeEach(() => {
    signedIn.actor = null;
  });

  it.each(records)('REC-5, ACC-6 · %s: each user who works it', async (_what, make) => {
    const record = await make();
    const staff = await db().user.findMany({ where: { kind: 'internal' }, select: { id: true, name: true } });
    for (const by of [w.adam, w.mia, w.ian, w.ava, w.pat, w.cleo]) {
      const names = new Set((await offered(by, record)).map(({ label }) => label));
      const taken = new Set<string>();
      for (const { id, name } of staff) {
        await db().task.update({ where: { id: record.id }, data: { assignedToId: null } });
        if ((await judged(change(by, record, { assignedToId: id }))) === 'taken') taken.add(name);
      }
      // A user who cannot reach the record has no form for it.
      const reaches = taken.size > 0 || by === w.adam;
      expect(reaches ? names : new Set(), by.name).toEqual(taken);
    }
  });

  it('REC-5 · the members of the assignment group come first, with groups and address', async () => {
    const incident = await anIncident(w);
    const group = await aGroup('Night shift', w.noa);
    const people = await offered(w.ian, incident, { group });
    expect(people[0]).toMatchObject({ label: 'Noa Noc', detail: 'Night shift · noa.noc@example.test' });
    expect(people.slice(1).map(({ label }) => label)).toEqual(['Adam Admin', 'Ian Itil', 'Mia Manager']);
    expect(people[1]?.detail).toBe('adam.admin@example.test');
    expect((await offered(w.ian, incident)).map(({ label }) => label)[0]).toBe('Adam Admin');
  });

  it('ACC-6 · an agent is offered their own groups for a case, a manager those with a member who works it, others none', async () => {
    const groups = async (by: Actor, kind: 'case' | 'incident') => {
      signedIn.actor = by;
      const url = `http://localhost:3000/api/references?kind=group&assigns=${kind}`;
      const answer = await GET(new Request(url), { params: Promise.resolve({}) });
      return ((await answer.json()) as Offered[]).map(({ label }) => label);
    };
    await aGroup('Night agents', pia);
    await aGroup('Night operations', w.noa);
    await aGroup('Nobody');
    expect(await groups(w.ava, 'case')).toEqual(['Service desk']);
    expect(await groups(w.pat, 'case')).toEqual([]);
    expect(await groups(w.mia, 'case')).toEqual(expect.arrayContaining(['Night agents', 'Service desk']));
    expect(await groups(w.mia, 'case')).not.toEqual(expect.arrayContaining(['Night operations']));
    expect(await groups(w.ian, 'incident')).toEqual(expect.arrayContaining(['Night operations', 'Service desk']));
    expect(await groups(w.ian, 'incident')).not.toEqual(expect.arrayContaining(['Night agents']));
    expect(await groups(w.ian, 'incident')).not.toEqual(expect.arrayContaining(['Nobody']));
    expect(await groups(w.rita, 'incident')).toEqual([]);
  });
});

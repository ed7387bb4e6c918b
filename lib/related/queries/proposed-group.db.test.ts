import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { searchAssignable } from '#lib/kinds/assignable-references.ts';
import { db } from '#lib/platform/db.ts';
import { order } from '#lib/portal/commands/order.ts';
import { Order } from '#lib/portal/schema.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import { newRequestGroup } from '#lib/request/queries/new-request-group.ts';
import { anOffer } from '#lib/testing/itsm.ts';
import { aCase, setProperty, type World, world } from '#lib/testing/world.ts';
import { createFromCase } from '../commands/create-from-case.ts';
import type { CreateDraftQuery } from '../schema.ts';
import { readCreateDraft } from './create-draft.ts';

const w = await world();
let service: string;
let network: string;
let platform: string;

/** A group with only this member. */
async function aGroup(name: string, member: { id: string }): Promise<string> {
  return (await db().group.create({ data: { name, members: { create: { userId: member.id } } } })).id;
}

beforeAll(async () => {
  network = await aGroup('Network Operations', w.ian);
  platform = await aGroup('Platform Operations', w.ian);
  const switchId = (await db().configurationItem.create({ data: { name: 'switch-1', class: 'Network gear' } })).id;
  service = (await db().configurationItem.create({ data: { name: 'SD-WAN', class: 'Business service' } })).id;
  const parents = [
    [switchId, w.sdwan],
    [service, switchId],
  ] as const;
  await db().ciRelationship.createMany({ data: parents.map(([parentId, childId]) => ({ parentId, childId })) });
});

const give = (id: string, assignmentGroupId: string | null) =>
  db().configurationItem.update({ where: { id }, data: { assignmentGroupId } });

beforeEach(async () => {
  await give(w.sdwan, null);
  await give(service, null);
  for (const kind of ['incident', 'problem', 'change', 'request'] as const)
    await setProperty(`${kind}.default_assignment_group`, '');
});

const ofItem = () => aCase(w, { configurationItemId: w.sdwan });

async function proposed(variant: CreateDraftQuery['variant'] = 'incident', item?: string) {
  const { number } = await ofItem();
  const draft = await readCreateDraft(w.adam, { case: number, variant, ...(item === undefined ? {} : { item }) });
  return [draft.fields.find(({ name }) => name === 'assignmentGroupId')?.display, draft.groupHint];
}

describe('the group of a record created from a case', () => {
  it('REL-17 · is proposed by the item, else by the service above it, else by the property of the kind', async () => {
    expect(await proposed()).toEqual(['', '']);
    await setProperty('incident.default_assignment_group', 'Service desk');
    expect(await proposed()).toEqual(['Service desk', 'Proposed by default.']);
    expect(await proposed('problem')).toEqual(['', '']);
    await give(service, platform);
    expect(await proposed()).toEqual(['Platform Operations', 'Proposed by the service of the configuration item.']);
    await give(w.sdwan, network);
    expect(await proposed('normal_change')).toEqual(['Network Operations', 'Proposed by the configuration item.']);
    expect(await proposed('incident', service)).toEqual(['Platform Operations', 'Proposed by the configuration item.']);
    expect(await proposed('incident', '')).toEqual(['Service desk', 'Proposed by default.']);
  });

  it('REL-17, REC-5 · is empty if no member of it may work such records', async () => {
    await give(w.sdwan, await aGroup('Consumer Care', w.cleo));
    await give(service, platform);
    expect((await proposed())[0]).toBe('Platform Operations');
  });

  it('REL-17 · is the proposed group, also for another item, or the changed one, for users who can only create', async () => {
    await give(w.sdwan, network);
    await setProperty('incident.default_assignment_group', 'Platform Operations');
    const made = async (values: Record<string, string | null>) => {
      const { number } = await ofItem();
      const record = await createFromCase(w.ava, { caseNumber: number, variant: 'incident', values });
      return record.assignmentGroupId;
    };
    expect(await made({})).toBe(network);
    expect(await made({ configurationItemId: null })).toBe(platform);
    expect(await made({ assignmentGroupId: w.desk })).toBe(w.desk);
    expect(await made({ assignmentGroupId: null })).toBeNull();
    const lost = made({ assignmentGroupId: await aGroup('Key Accounts', w.rita) });
    await expect(lost).rejects.toMatchObject({ rule: 'REC-5', field: 'assignmentGroupId' });
  });

  it('REL-17, REL-8 · is the same of a request, be it ordered by an agent or in the portal', async () => {
    await setProperty('request.default_assignment_group', 'Platform Operations');
    const items = [{ catalogItemId: await anOffer('Mouse'), quantity: 1 }];
    const ordered = async (values: { caseNumber?: string; assignmentGroupId?: string | null }) =>
      (await createRequest(w.adam, { items, ...values })).assignmentGroupId;
    const { number: caseNumber } = await ofItem();
    expect(await newRequestGroup(w.ian, caseNumber)).toEqual(['Platform Operations, by default']);
    await give(w.sdwan, network);
    expect(await newRequestGroup(w.mia, caseNumber)).toEqual(['Network Operations, by the configuration item']);
    expect([await newRequestGroup(w.pat, caseNumber), await newRequestGroup(w.cora, '')]).toEqual([[], []]);
    expect([await ordered({}), await ordered({ caseNumber })]).toEqual([platform, network]);
    expect([await ordered({ assignmentGroupId: w.desk }), await ordered({ assignmentGroupId: null })]).toEqual([
      w.desk,
      null,
    ]);
    const { id } = await order(w.cora, Order.parse({ items }));
    expect(await db().task.findFirst({ where: { request: { caseId: id } } })).toMatchObject({
      assignmentGroupId: platform,
    });
  });

  it('REL-17, ACC-6 · is chosen among the groups that work the kind when creating, and later when assigning', async () => {
    const record = {
      kind: 'incident',
      accountId: null,
      contactId: null,
      consumerId: null,
      assignmentGroupId: null,
    } as const;
    const offered = async (actor: World['ava'], creates: boolean) =>
      (await searchAssignable(db(), actor, 'group', '', { ...record, creates })).map(({ label }) => label);
    expect(await offered(w.ava, true)).toEqual(expect.arrayContaining(['Network Operations', 'Service desk']));
    expect(await offered(w.ava, true)).not.toContain('Consumer Care');
    expect([await offered(w.ava, false), await offered(w.pat, true)]).toEqual([[], []]);
  });
});

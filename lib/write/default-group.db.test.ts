import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AdminTableName } from '#lib/admin-table/admin-tables.ts';
import { saveRow } from '#lib/admin-table/commands/save-row.ts';
import { SaveRow } from '#lib/admin-table/schema.ts';
import { newCaseGroup } from '#lib/case/queries/new-case-group.ts';
import { createRecords } from '#lib/new-record/commands/create-records.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { aCase, anIncident, change, fresh, setProperty, world } from '#lib/testing/world.ts';
import type { Values } from './check-values.ts';
import { commandContext } from './command-context.ts';
import { startingValues } from './starting-values.ts';

const w = await world();
let network: string;
let accounts: string;
let consumers: string;

/** A group with only this member. */
async function aGroup(name: string, member: { id: string }): Promise<string> {
  const members = { create: { userId: member.id } };
  return (await db().group.create({ data: { name, members } })).id;
}

beforeAll(async () => {
  network = await aGroup('Network Support', w.pat);
  accounts = await aGroup('Key Accounts', w.rita);
  consumers = await aGroup('Consumer Care', w.cleo);
});

const name = (product: string | null, account: string | null, property = '') =>
  Promise.all([
    db().product.update({ where: { id: w.product }, data: { assignmentGroupId: product } }),
    db().account.update({ where: { id: w.boxeo }, data: { assignmentGroupId: account } }),
    setProperty('case.default_assignment_group', property),
  ]);

beforeEach(() => name(null, null));

const groupOf = async (values: Values = {}, by?: Actor) => (await aCase(w, values, by)).assignmentGroupId;

describe('default group', () => {
  it('default group · a case has none where nothing names one', async () => {
    expect(await groupOf({ productId: w.product })).toBeNull();
  });

  it('default group · that of the product, else of the account, else of the property', async () => {
    await name(network, accounts, 'Service desk');
    expect(await groupOf({ productId: w.product })).toBe(network);
    expect(await groupOf()).toBe(accounts);
    expect(await groupOf({ contactId: w.fiona.id })).toBe(w.desk);
  });

  it('default group · the product of a chosen asset counts, and an agent need not be a member', async () => {
    await name(network, null);
    expect(await groupOf({ assetId: w.asset }, w.rita)).toBe(network);
  });

  it('ADM-6, ADM-7, default group · administrators name it at products and accounts', async () => {
    const save = (table: AdminTableName, id: string, typed: Record<string, string>) =>
      saveRow(w.adam, SaveRow.parse({ table, id, ...typed }));
    await save('product', w.product, { name: 'SD-WAN Edge', assignmentGroupId: network });
    await save('account', w.boxeo, { name: 'Boxeo', assignmentGroupId: accounts });
    expect([await groupOf({ productId: w.product }), await groupOf()]).toEqual([network, accounts]);
    const lost = save('product', w.product, { name: 'SD-WAN Edge', assignmentGroupId: w.boxeo });
    await expect(lost).rejects.toMatchObject({ rule: 'REC-5', field: 'assignmentGroupId' });
  });

  it('default group · a chosen group wins, and an empty form value is no choice', async () => {
    await name(network, accounts);
    expect(await groupOf({ productId: w.product, assignmentGroupId: w.desk })).toBe(w.desk);
    expect(await groupOf({ productId: w.product, assignmentGroupId: null })).toBe(network);
    expect(await groupOf({ productId: w.product, assignmentGroupId: '' })).toBe(network);
  });

  it('default group · a group without a member who may work the case is skipped', async () => {
    const operations = await aGroup('Operations', w.ian);
    await name(operations, accounts);
    expect(await groupOf({ productId: w.product })).toBe(accounts);
    await name(consumers, null, 'Network Support');
    expect(await groupOf({ productId: w.product })).toBe(network);
    expect(await groupOf({ productId: w.product, consumerId: w.jane.id }, w.cleo)).toBe(consumers);
    await db().user.update({ where: { id: w.cleo.id }, data: { active: false } });
    expect(await groupOf({ productId: w.product, consumerId: w.jane.id })).toBeNull();
    await db().user.update({ where: { id: w.cleo.id }, data: { active: true } });
  });

  it('default group · a case of a consumer has no account, whatever the input', async () => {
    await name(null, accounts);
    expect(await groupOf({ consumerId: w.jane.id, accountId: w.boxeo })).toBeNull();
  });

  it('default group · a deleted group is no longer the default', async () => {
    const gone = await aGroup('Gone', w.pat);
    await name(gone, gone, 'Gone');
    await db().groupMember.deleteMany({ where: { groupId: gone } });
    await db().group.delete({ where: { id: gone } });
    expect(await groupOf({ productId: w.product })).toBeNull();
    const { assignmentGroupId } = await db().product.findUniqueOrThrow({ where: { id: w.product } });
    expect(assignmentGroupId).toBeNull();
  });

  it('default group · an update never sets or changes it', async () => {
    const theCase = await aCase(w);
    await name(network, accounts, 'Service desk');
    await change(w.mia, theCase, { productId: w.product, contactId: w.bea.id });
    expect(await fresh(theCase)).toMatchObject({ productId: w.product, assignmentGroupId: null });
    await change(w.mia, theCase, { assignmentGroupId: w.desk });
    await change(w.mia, theCase, { assignmentGroupId: null });
    expect(await fresh(theCase)).toMatchObject({ assignmentGroupId: null });
  });

  it('default group · it is one statement, and none for another kind or where a group is chosen', async () => {
    await name(network, accounts, 'Service desk');
    const context = await commandContext(db(), w.ava, 'create-case');
    const statements = vi.spyOn(context.tx, '$queryRaw');
    expect(await startingValues(context, 'incident', { accountId: w.boxeo })).toEqual({});
    expect(await startingValues(context, 'case', { productId: w.product, assignmentGroupId: w.desk })).toEqual({});
    expect(statements).not.toHaveBeenCalled();
    const contactId = w.cora.id;
    const values = { productId: w.product, contactId, accountId: w.boxeo };
    expect(await startingValues(context, 'case', values)).toEqual({ assignmentGroupId: network });
    expect(statements).toHaveBeenCalledOnce();
    statements.mockRestore();
  });

  it('default group · a case that is made with its incident has it; the incident has none of its own', async () => {
    await name(network, null);
    const values = { shortDescription: 'No line', contactId: w.cora.id, productId: w.product };
    const { record, related } = await createRecords(w.ava, { kind: 'case', values, related: { variant: 'incident' } });
    expect(record.assignmentGroupId).toBe(network);
    expect(related?.kind).toBe('incident');
    await name(null, null, 'Service desk');
    expect((await anIncident(w)).assignmentGroupId).toBeNull();
  });

  it('ACC-6, default group · the form shows the group in advance, to users who may create the case', async () => {
    await name(network, accounts, 'Service desk');
    const named = { contact: w.cora.id, product: w.product };
    expect(await newCaseGroup(w.ava, named)).toEqual(['Network Support, by the product']);
    expect(await newCaseGroup(w.ava, { contact: w.cora.id })).toEqual(['Key Accounts, by the account']);
    const fiona = { contact: w.fiona.id };
    expect(await newCaseGroup(w.ava, fiona)).toEqual(['Service desk, by default']);
    const jane = { consumer: w.jane.id, account: w.boxeo };
    expect(await newCaseGroup(w.ava, jane)).toEqual(['Service desk, by default']);
    for (const actor of [w.ian, w.vic, w.cleo, w.cora]) expect(await newCaseGroup(actor, named)).toEqual([]);
    expect(await newCaseGroup(w.pat, { ...jane, product: w.product })).toEqual([]);
  });
});

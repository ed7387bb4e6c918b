import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '#lib/platform/db.ts';
import { holderOf, world } from '#lib/testing/world.ts';
import { AddCustomer, EditCustomer } from '../schema.ts';
import { addCustomer } from './add-customer.ts';
import { editCustomer } from './edit-customer.ts';

const w = await world();
let ofAccounts: Awaited<ReturnType<typeof holderOf>>;
let ofConsumers: Awaited<ReturnType<typeof holderOf>>;

beforeAll(async () => {
  ofAccounts = await holderOf('Agent of accounts', ['sn_customerservice_agent']);
  ofConsumers = await holderOf('Agent of consumers', ['sn_customerservice.consumer_agent']);
});

let made = 0;
const aContact = () =>
  addCustomer(
    ofAccounts,
    AddCustomer.parse({
      kind: 'contact',
      name: 'Nora New',
      email: `nora-${made++}@boxeo.example`,
      accountId: w.boxeo,
      invite: true,
    }),
  );
const withRoles = (id: string) =>
  db().user.findUniqueOrThrow({ where: { id }, include: { roles: true, contact: true } });

const formOf = async (id: string, other: Record<string, unknown> = {}) => {
  const { name, email, timeZone, language, updatedAt } = await withRoles(id);
  const asOf = updatedAt.toISOString();
  return EditCustomer.parse({ id, name, email, timeZone: timeZone ?? '', language, asOf, ...other });
};

describe('ACC-14 · an agent edits', () => {
  test('name, address, time zone and language; links sent to the former address become invalid', async () => {
    const id = await aContact();
    const values = {
      name: 'Nora Newer',
      email: 'newer@boxeo.example',
      timeZone: 'Asia/Seoul',
      language: 'ko',
    } as const;
    await editCustomer(ofAccounts, await formOf(id, values));
    expect(await withRoles(id)).toMatchObject(values);
    expect(await db().oneTimeToken.count({ where: { userId: id } })).toBe(0);
    const entry = await db().auditEntry.findFirstOrThrow({ where: { action: 'customer.changed' } });
    expect(entry).toMatchObject({
      actorId: ofAccounts.id,
      newValue: 'Nora Newer, newer@boxeo.example, Asia/Seoul, ko',
    });
  });

  test('refuses to change an address used to sign in, and an address that is in use', async () => {
    const id = await aContact();
    await expect(
      editCustomer(ofAccounts, await formOf(id, { email: 'cora.customer@example.test' })),
    ).rejects.toMatchObject({
      rule: 'ADM-6',
    });
    await db().user.update({ where: { id }, data: { passwordHash: 'something' } });
    const taken = editCustomer(ofAccounts, await formOf(id, { email: 'mine@agent.example' }));
    await expect(taken).rejects.toMatchObject({ rule: 'ACC-14', field: 'email' });
    await editCustomer(ofAccounts, await formOf(id, { name: 'Another Name' }));
    // The same for customers with additional roles: the editor would receive their invitation.
    const manager = await aContact();
    await db().userRole.create({
      data: { userId: manager, role: 'sn_customerservice.customer_admin', audience: 'external' },
    });
    await expect(
      editCustomer(ofAccounts, await formOf(manager, { email: 'mine@agent.example' })),
    ).rejects.toMatchObject({
      rule: 'ACC-14',
    });
  });

  test('a field that another user has changed since then is refused', async () => {
    const id = await aContact();
    const form = await formOf(id, { name: 'First' });
    await editCustomer(ofAccounts, form);
    await expect(editCustomer(ofAccounts, { ...form, name: 'Second' })).rejects.toMatchObject({ rule: 'REC-5' });
  });

  test('only customers within their role: no staff, no other customers, and no missing ones', async () => {
    const contact = await aContact();
    await expect(editCustomer(ofConsumers, await formOf(contact))).rejects.toMatchObject({ rule: 'REL-16' });
    await expect(editCustomer(w.vic, await formOf(contact))).rejects.toMatchObject({ rule: 'ACC-6' });
    await expect(editCustomer(w.adam, await formOf(w.ian.id))).rejects.toMatchObject({ rule: 'REL-16' });
    const nobody = { ...(await formOf(contact)), id: crypto.randomUUID() };
    await expect(editCustomer(ofAccounts, nobody)).rejects.toMatchObject({ rule: 'REL-16' });
  });
});

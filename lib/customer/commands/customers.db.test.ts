import { expect, it } from 'vitest';
import { db } from '#lib/platform/db.ts';
import { world } from '#lib/testing/world.ts';
import { createAccount } from './create-account.ts';
import { createConsumer } from './create-consumer.ts';
import { createContact } from './create-contact.ts';

const w = await world();

it('ACC-6, ACC-14 · accounts, and people with other than default roles, are created by administrators', async () => {
  await expect(createAccount(w.ava, { name: 'Zenith' })).rejects.toThrow('ACC-6');
  for (const roles of [[], ['sn_customerservice.customer_admin'], ['sn_customerservice.customer', 'itil']]) {
    await expect(createConsumer(w.ava, { name: 'Zoe', roles })).rejects.toThrow('ACC-6');
    await expect(createContact(w.ava, { name: 'Zoe', accountId: w.boxeo, roles })).rejects.toThrow('ACC-6');
  }
});

it('ADM-6 · an account gets its number, a contact its account, and may be its primary contact', async () => {
  const account = await createAccount(w.adam, { name: 'Zenith', parentId: w.boxeo });
  expect(account.number).toMatch(/^ACCT\d{7}$/);
  const roles = ['sn_customerservice.customer'];
  const id = await createContact(w.adam, {
    accountId: account.id,
    name: 'Zoe',
    email: 'Zoe@Zenith.test',
    roles,
    primary: true,
  });
  const contact = await db().contact.findUniqueOrThrow({
    where: { id },
    include: { user: { include: { roles: true } }, primaryOf: true },
  });
  expect(contact.user).toMatchObject({ kind: 'contact', audience: 'external', email: 'zoe@zenith.test' });
  expect(contact.user.roles.map(({ role }) => role)).toEqual(roles);
  expect(contact.primaryOf?.id).toBe(account.id);
});

it('ACC-1 · a consumer gets no role of staff', async () => {
  await expect(createConsumer(w.adam, { name: 'Ivan', roles: ['itil'] })).rejects.toThrow();
  expect(await db().user.count({ where: { name: 'Ivan' } })).toBe(0);
});

it('REC-5 · an email address belongs to one person', async () => {
  await createConsumer(w.adam, { name: 'Una', email: 'una@example.test' });
  await expect(createConsumer(w.adam, { name: 'Una Two', email: 'UNA@example.test' })).rejects.toThrow(
    'is already used by',
  );
});

it('Q-12 · a customer added twice at once exists once', async () => {
  const id = '6f1c9a4e-52c7-4f0e-8b1c-3f1f0f6f7d11';
  const made = await Promise.all(Array.from({ length: 8 }, () => createConsumer(w.adam, { id, name: 'Caller 1' })));
  expect(new Set(made)).toEqual(new Set([id]));
  expect(await db().consumer.count({ where: { id } })).toBe(1);
});

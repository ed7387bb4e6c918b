import { expect, test } from 'vitest';
import { db } from '#lib/platform/db.ts';
import { verifyPassword } from '#lib/session/password.ts';
import { world } from '#lib/testing/world.ts';
import { listUsers } from '#lib/user/queries.ts';
import { AddPerson } from '../schema.ts';
import { addPerson } from './add-person.ts';

const w = await world();
const password = 'a fine long password';
const person = (other: Record<string, unknown>) =>
  AddPerson.parse({ name: 'Nora New', email: 'Nora@Boxeo.example', ...other });

test('ADM-6 · a contact is added to an account and has the first password', async () => {
  const roles = ['sn_customerservice.customer'];
  const id = await addPerson(w.adam, person({ accountId: w.boxeo, roles, password }));
  expect(await db().contact.findUniqueOrThrow({ where: { id } })).toMatchObject({ accountId: w.boxeo });
  const { passwordHash } = await db().user.findUniqueOrThrow({ where: { id } });
  expect(await verifyPassword(password, passwordHash)).toBe(true);
  const entry = await db().auditEntry.findFirstOrThrow({ where: { action: 'user.created' } });
  expect(entry).toMatchObject({ subject: 'nora@boxeo.example', actorId: w.adam.id, newValue: roles });
  expect((await listUsers(w.adam, { accountId: w.boxeo })).users.map((user) => user.id)).toContain(id);
});

test('ADM-6 · a contact is added with a time zone; the default is UTC, and an unknown zone is refused', async () => {
  const zoneOf = async (email: string, other: Record<string, unknown>) => {
    const id = await addPerson(w.adam, person({ email, accountId: w.boxeo, ...other }));
    return (await db().user.findUniqueOrThrow({ where: { id } })).timeZone;
  };
  expect(await zoneOf('seoul@boxeo.example', { timeZone: 'Asia/Seoul' })).toBe('Asia/Seoul');
  expect(await zoneOf('utc@boxeo.example', {})).toBe('UTC');
  expect(() => person({ timeZone: 'Mars/Olympus' })).toThrow('Choose a time zone from the list.');
});

test('ADM-6 · without an account it is a consumer', async () => {
  const id = await addPerson(w.adam, person({ email: 'c@example.test', roles: 'sn_customerservice.consumer' }));
  expect((await listUsers(w.adam, { kind: 'consumer', search: 'nora' })).users.map((user) => user.id)).toEqual([id]);
});

test('ADM-6 · an address that is taken, an account that is not there', async () => {
  const taken = addPerson(w.adam, person({ email: 'cora.customer@example.test' }));
  await expect(taken).rejects.toMatchObject({ rule: 'ADM-6', field: 'email' });
  const lost = addPerson(w.adam, person({ email: 'd@example.test', accountId: w.jane.id }));
  await expect(lost).rejects.toMatchObject({ rule: 'REL-16' });
});

test('ACC-1, ACC-6 · no external user gets a staff role, and only administrators add people', async () => {
  const staff = addPerson(w.adam, person({ email: 'e@example.test', roles: ['itil'] }));
  await expect(staff).rejects.toMatchObject({ rule: 'ACC-1', field: 'roles' });
  await expect(addPerson(w.mia, person({ email: 'e@example.test' }))).rejects.toMatchObject({ rule: 'ACC-6' });
});

import { beforeAll, expect, test } from 'vitest';
import { storeRoles } from '#lib/access/store-roles.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { actorOfUser } from '#lib/session/actors.ts';
import { verifyPassword } from '#lib/session/password.ts';
import { holderOf } from '#lib/testing/world.ts';
import { listUsers } from '../queries.ts';
import { listRoles } from '../role-table.ts';
import { CreateUser } from '../schema.ts';
import { createUser } from './create-user.ts';

let adam: Actor;
let mia: Actor;

beforeAll(async () => {
  await storeRoles(db());
  adam = await holderOf('Adam Admin', ['admin']);
  mia = await holderOf('Mia Manager', ['sn_customerservice_manager']);
});

const nora = CreateUser.parse({
  name: 'Nora New',
  email: ' Nora@Example.test ',
  password: 'a first password',
  roles: ['itil', 'approver_user'],
});

test('ADM-6 · a new user can sign in with the first password, and has the roles', async () => {
  const id = await createUser(adam, nora);
  const { passwordHash, email, kind } = await db().user.findUniqueOrThrow({ where: { id } });
  expect({ email, kind }).toEqual({ email: 'nora@example.test', kind: 'internal' });
  expect(await verifyPassword('a first password', passwordHash)).toBe(true);
  expect([...((await actorOfUser(db(), id))?.roles ?? [])]).toEqual(
    expect.arrayContaining(['itil', 'sn_incident_read']),
  );
  expect(await db().auditEntry.findMany({ where: { action: 'user.created' } })).toMatchObject([
    { subject: 'nora@example.test', newValue: ['approver_user', 'itil'], actorId: adam.id },
  ]);
});

test('ADM-6 · an email address belongs to one person', async () => {
  await expect(createUser(adam, { ...nora, name: 'Nora Next' })).rejects.toMatchObject({
    rule: 'ADM-6',
    field: 'email',
  });
});

test('ACC-1 · staff is given no role for customers', async () => {
  const roles = ['sn_customerservice.customer' as const];
  await expect(createUser(adam, { ...nora, email: 'x@example.test', roles })).rejects.toMatchObject({ rule: 'ACC-1' });
});

test.each(['short', 'password1234', 'casebridge-demo'])(
  'ACC-11 · the first password is one that is hard to guess, too: %s',
  async (password) => {
    const weak = createUser(adam, { ...nora, email: 'y@example.test', password });
    await expect(weak).rejects.toMatchObject({ rule: 'ACC-11', field: 'password' });
  },
);

test('ADM-6 · only administrators create users and see role assignments', async () => {
  await expect(createUser(mia, { ...nora, email: 'z@example.test' })).rejects.toMatchObject({ rule: 'ACC-6' });
  await expect(listRoles(mia)).rejects.toMatchObject({ rule: 'ACC-6' });
});

test('ADM-6 · the table of roles says what each contains, and through what, and counts holders', async () => {
  const noc = (await listRoles(adam)).find(({ name }) => name === 'sn_ind_tsm_core.noc_agent');
  expect(noc?.contains).toEqual(['itil', 'sn_customerservice.case_viewer', 'wm_read']);
  expect(noc?.through).toContain('sn_incident_read');
  expect((await listRoles(adam)).find(({ name }) => name === 'itil')?.holders).toBe(1);
});

test('ADM-6 · the agent role contains none of the roles for IT records', async () => {
  const agent = (await listRoles(adam)).find(({ name }) => name === 'sn_customerservice_agent');
  expect([...(agent?.contains ?? []), ...(agent?.through ?? [])]).toEqual([]);
});

test('ADM-6 · the holders of a role are listed', async () => {
  const { users } = await listUsers(adam, { role: 'itil' });
  expect(users.map(({ name }) => name)).toEqual(['Nora New']);
  expect((await listUsers(adam, { role: 'itil', search: 'mia' })).users).toEqual([]);
});

test('ADM-6 · a new user is a member of all chosen groups, or is not created if one is gone', async () => {
  const { id: desk } = await db().group.create({ data: { name: 'Service Desk' } });
  const id = await createUser(adam, { ...nora, email: 'grouped@example.test', groups: [desk, desk] });
  expect(await db().groupMember.findMany({ where: { userId: id } })).toEqual([{ groupId: desk, userId: id }]);
  const gone = { ...nora, email: 'gone@example.test', groups: [desk, crypto.randomUUID()] };
  await expect(createUser(adam, gone)).rejects.toThrow();
  expect(await db().user.count({ where: { email: 'gone@example.test' } })).toBe(0);
});

import { beforeEach, expect, test } from 'vitest';
import { db } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { actorOfUser } from '#lib/session/actors.ts';
import { startSession } from '#lib/session/sessions.ts';
import { signIn } from '#lib/session/sign-in.ts';
import { emptyAuditLog } from '#lib/testing/rewrite-history.ts';
import { listUsers, userWithRoles } from '../queries.ts';
import { givenUser, PASSWORD } from '../testing/people.ts';
import { changeOwnPassword } from './change-own-password.ts';
import { setUserActive } from './set-user-active.ts';
import { setUserRoles } from './set-user-roles.ts';
import { signOutEverywhere } from './sign-out-everywhere.ts';

async function actorOf(id: string) {
  const actor = await actorOfUser(db(), id);
  if (!actor) throw new Error('There is no such user.');
  return actor;
}

async function givenSessions(userId: string) {
  await transaction((tx) => startSession(tx, userId));
  await transaction((tx) => startSession(tx, userId));
}

const sessionsOf = (userId: string) => db().session.count({ where: { userId } });
const rolesOf = async (userId: string) =>
  (await db().userRole.findMany({ where: { userId }, orderBy: { role: 'asc' } })).map(({ role }) => role);

let admin: Awaited<ReturnType<typeof actorOf>>;

beforeEach(async () => {
  await emptyAuditLog();
  await db().user.deleteMany();
  admin = await actorOf((await givenUser({ roles: ['admin'], name: 'Ada Admin' })).id);
});

test('ACC-3 · a role change ends the sessions of the user, everywhere', async () => {
  const { id } = await givenUser({ roles: ['itil'] });
  await givenSessions(id);
  await givenSessions(String(admin.id));
  await setUserRoles(admin, { userId: id, roles: ['sn_incident_read', 'approver_user'] });
  expect(await rolesOf(id)).toEqual(['approver_user', 'sn_incident_read']);
  expect([await sessionsOf(id), await sessionsOf(admin.id)]).toEqual([0, 2]);
});

test('ACC-3 · the same roles again end nothing and are not audited', async () => {
  const { id } = await givenUser({ roles: ['itil'] });
  await givenSessions(id);
  expect(await setUserRoles(admin, { userId: id, roles: ['itil', 'itil'] })).toBe(false);
  expect([await sessionsOf(id), await db().auditEntry.count()]).toEqual([2, 0]);
});

test('ADM-12 · a role change is audited with old and new value', async () => {
  const { id } = await givenUser({ roles: ['itil'] });
  await setUserRoles(admin, { userId: id, roles: [] });
  const entry = await db().auditEntry.findFirstOrThrow();
  const expected = { action: 'user.roles-changed', actorId: admin.id, subject: id, oldValue: ['itil'], newValue: [] };
  expect(entry).toMatchObject(expected);
});

test.each(['contact', 'consumer'] as const)('ACC-1 · a %s never gets a role for staff', async (kind) => {
  const { id } = await givenUser({ kind });
  const assigning = setUserRoles(admin, { userId: id, roles: ['sn_customerservice_agent'] });
  await expect(assigning).rejects.toMatchObject({ rule: 'ACC-1' });
  expect(await rolesOf(id)).toEqual([]);
});

test('ACC-1 · even the database refuses the role of the other side', async () => {
  const { id } = await givenUser({ kind: 'contact' });
  for (const audience of ['internal', 'external'] as const)
    await expect(db().userRole.create({ data: { userId: id, role: 'itil', audience } })).rejects.toThrow();
});

test('ACC-6 · a user who is not an administrator changes no users', async () => {
  const { id } = await givenUser({ roles: ['sn_customerservice_manager', 'itil'] });
  const manager = await actorOf(id);
  const refusal = { rule: 'ACC-6' };
  await expect(setUserRoles(manager, { userId: id, roles: ['admin'] })).rejects.toMatchObject(refusal);
  await expect(setUserActive(manager, { userId: admin.id, active: false })).rejects.toMatchObject(refusal);
  await expect(listUsers(manager)).rejects.toMatchObject(refusal);
  await expect(userWithRoles(manager, id)).rejects.toMatchObject(refusal);
});

test('ADM-6 · the last admin cannot be removed, by roles or by deactivation', async () => {
  const refusal = { rule: 'ADM-6' };
  await expect(setUserRoles(admin, { userId: admin.id, roles: ['itil'] })).rejects.toMatchObject(refusal);
  await expect(setUserActive(admin, { userId: admin.id, active: false })).rejects.toMatchObject(refusal);
  expect(await rolesOf(admin.id)).toEqual(['admin']);
});

test('ADM-6 · the page of the last admin offers no deactivation, that of one of two does', async () => {
  const offered = async () => (await userWithRoles(admin, admin.id)).mayBeDeactivated;
  expect(await offered()).toBe(false);
  await givenUser({ roles: ['admin'] });
  expect(await offered()).toBe(true);
});

test('ADM-6 · two admins who remove each other at once leave one', async () => {
  const other = await actorOf((await givenUser({ roles: ['admin'] })).id);
  const answers = await Promise.allSettled([
    setUserRoles(admin, { userId: other.id, roles: [] }),
    setUserActive(other, { userId: admin.id, active: false }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await db().userRole.count({ where: { role: 'admin', user: { active: true } } })).toBe(1);
});

test('ACC-3 · deactivation ends the sessions; activation brings none back', async () => {
  const { id, email } = await givenUser();
  await givenSessions(id);
  await setUserActive(admin, { userId: id, active: false });
  expect(await sessionsOf(id)).toBe(0);
  await setUserActive(admin, { userId: id, active: true });
  expect(await sessionsOf(id)).toBe(0);
  expect(await signIn({ email, password: PASSWORD, source: 'test' })).toMatchObject({ ok: true });
});

test('ACC-3 · of two new passwords at once one is accepted, the other refused', async () => {
  const actor = await actorOf((await givenUser()).id);
  const passwords = ['another fine password', 'a third fine password'];
  const answers = await Promise.allSettled(
    passwords.map((newPassword) => changeOwnPassword(actor, { currentPassword: PASSWORD, newPassword })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const refused = answers.find((answer) => answer.status === 'rejected');
  expect(refused?.reason).toMatchObject({ rule: 'ACC-3' });
});

test('ACC-3 · a new password ends all sessions, and only it opens the next', async () => {
  const { id, email } = await givenUser();
  await givenSessions(id);
  const newPassword = 'another fine password';
  await changeOwnPassword(await actorOf(id), { currentPassword: PASSWORD, newPassword });
  expect(await sessionsOf(id)).toBe(0);
  expect(await signIn({ email, password: PASSWORD, source: 'test' })).toMatchObject({ ok: false });
  expect(await signIn({ email, password: newPassword, source: 'test' })).toMatchObject({ ok: true });
});

test('ACC-11 · a new password is neither the current one nor easy to guess, and then nothing changes', async () => {
  const { id } = await givenUser();
  await givenSessions(id);
  const actor = await actorOf(id);
  for (const newPassword of [PASSWORD, 'password1234', 'casebridge-demo']) {
    const changing = changeOwnPassword(actor, { currentPassword: PASSWORD, newPassword });
    await expect(changing).rejects.toMatchObject({ rule: 'ACC-11', field: 'newPassword' });
  }
  expect(await sessionsOf(id)).toBe(2);
});

test('ACC-3 · guesses at the current password are limited like sign-ins', async () => {
  const actor = await actorOf((await givenUser()).id);
  const guess = () => changeOwnPassword(actor, { currentPassword: 'wrong', newPassword: 'another fine password' });
  for (let failure = 1; failure <= 10; failure++)
    await expect(guess()).rejects.toMatchObject({ because: 'The current password is wrong.' });
  await expect(guess()).rejects.toThrow('Too many attempts');
});

test('ACC-3 · one can sign out everywhere', async () => {
  const actor = await actorOf((await givenUser()).id);
  await givenSessions(actor.id);
  expect(await signOutEverywhere(actor)).toBe(2);
  expect(await sessionsOf(actor.id)).toBe(0);
});

test('ADM-6 · users are listed by name, 50 a page, and found by name or address', async () => {
  const data = Array.from({ length: 60 }, (_, n) => ({
    kind: 'internal' as const,
    audience: 'internal' as const,
    name: `Zoe ${String(n).padStart(2, '0')}`,
    email: `zoe-${n}@example.test`,
  }));
  await db().user.createMany({ data });
  const first = await listUsers(admin, { search: 'zoe' });
  const second = await listUsers(admin, { search: 'zoe', after: first.next });
  const names = [...first.users, ...second.users].map(({ name }) => name);
  expect([first.users.length, second.next, names]).toEqual([50, undefined, data.map(({ name }) => name)]);
  expect((await listUsers(admin, { search: 'ZOE-7@' })).users.map(({ name }) => name)).toEqual(['Zoe 07']);
});

test('Q-13 · nonsense in the address of the list or of a user is no fault of the server', async () => {
  expect((await listUsers(admin, { search: '%\0_', after: 'nonsense' })).users).toEqual([]);
  await expect(userWithRoles(admin, 'nonsense')).rejects.toMatchObject({ rule: 'REL-16' });
});

test('ADM-6 · a user is shown with granted and effective roles', async () => {
  const { id } = await givenUser({ roles: ['sn_incident_write'] });
  expect(await userWithRoles(admin, id)).toMatchObject({
    granted: ['sn_incident_write'],
    effective: [
      { role: 'sn_incident_read', through: ['sn_incident_write'] },
      { role: 'sn_incident_write', granted: true },
    ],
  });
});

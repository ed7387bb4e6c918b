import { beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '#lib/access/roles.ts';
import { recordAudit } from '#lib/audit/record.ts';
import { undoChange } from '#lib/audit-log/commands/undo-change.ts';
import type { Actor, Person } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { actorOfUser } from '#lib/session/actors.ts';
import { startSession } from '#lib/session/sessions.ts';
import { emptyAuditLog } from '#lib/testing/rewrite-history.ts';
import { setUserActive } from './commands/set-user-active.ts';
import { setUserRoles } from './commands/set-user-roles.ts';
import { givenUser } from './testing/people.ts';

let ada: Person;

async function administrator(name: string): Promise<Person> {
  const { id } = await givenUser({ roles: ['admin'], name });
  const actor = await actorOfUser(db(), id);
  if (!actor) throw new Error(`${name} is nobody.`);
  return actor;
}

beforeEach(async () => {
  await emptyAuditLog();
  await db().user.deleteMany();
  ada = await administrator('Ada Admin');
});

const setRoles = (userId: string, roles: Role[]) => setUserRoles(ada, { userId, roles });
const setActive = (userId: string, active: boolean) => setUserActive(ada, { userId, active });
const entryOf = (subject: string) =>
  db().auditEntry.findFirstOrThrow({ where: { subject }, orderBy: [{ at: 'desc' }, { id: 'desc' }] });
const undoLast = async (by: Actor, subject: string) => undoChange(by, { entryId: (await entryOf(subject)).id });
const startOneSession = (userId: string) => transaction((tx) => startSession(tx, userId));
const sessionsOf = (userId: string) => db().session.count({ where: { userId } });
const rolesOf = async (userId: string) =>
  (await db().userRole.findMany({ where: { userId } })).map(({ role }) => role).sort();

describe('undoing a role change', () => {
  test('ADM-12, ACC-3 · gives the roles of before, with an entry of its own, and ends the sessions', async () => {
    const { id } = await givenUser({ roles: ['itil', 'approver_user'] });
    await setRoles(id, ['sn_incident_read']);
    const { id: undone } = await entryOf(id);
    await startOneSession(id);
    await undoLast(ada, id);
    expect([await rolesOf(id), await sessionsOf(id)]).toEqual([['approver_user', 'itil'], 0]);
    expect(await entryOf(id)).toMatchObject({
      action: 'user.roles-changed',
      undoes: undone,
      oldValue: ['sn_incident_read'],
      newValue: ['approver_user', 'itil'],
    });
  });

  test('ADM-12 · is undone although the person has another address by now', async () => {
    const { id } = await givenUser({ roles: ['itil'] });
    await setRoles(id, []);
    await db().user.update({ where: { id }, data: { email: 'renamed@example.test' } });
    await undoLast(ada, id);
    expect(await rolesOf(id)).toEqual(['itil']);
  });

  test('ADM-6 · does not take the role from the last administrator', async () => {
    const { id } = await givenUser({ name: 'Eve Second' });
    await setRoles(id, ['admin']);
    const eve = await actorOfUser(db(), id);
    if (!eve) throw new Error('Eve is nobody.');
    await setUserRoles(eve, { userId: ada.id, roles: [] });
    await expect(undoLast(eve, id)).rejects.toMatchObject({ rule: 'ADM-6' });
    expect(await rolesOf(id)).toEqual(['admin']);
  });

  test('ACC-1 · gives an external user no internal role', async () => {
    const { id } = await givenUser({ kind: 'contact' });
    await recordAudit(db(), ada, { action: 'user.roles-changed', subject: id, oldValue: ['itil'], newValue: [] });
    await expect(undoLast(ada, id)).rejects.toMatchObject({ rule: 'ACC-1' });
    expect(await rolesOf(id)).toEqual([]);
  });

  test('ADM-12 · gives no role that the product no longer has, and no roles out of a text', async () => {
    const { id } = await givenUser();
    for (const oldValue of [['sn_gone.role'], 'itil', null]) {
      await recordAudit(db(), ada, { action: 'user.roles-changed', subject: id, oldValue, newValue: [] });
      await expect(undoLast(ada, id)).rejects.toMatchObject({ rule: 'ADM-12' });
    }
    expect(await rolesOf(id)).toEqual([]);
  });
});

describe('undoing that a user was let in or out', () => {
  test('ADM-12 · lets the user in again, with the entry that says so', async () => {
    const { id } = await givenUser();
    await setActive(id, false);
    await undoLast(ada, id);
    expect((await db().user.findUniqueOrThrow({ where: { id } })).active).toBe(true);
    expect(await entryOf(id)).toMatchObject({ action: 'user.activation-changed', oldValue: false, newValue: true });
  });

  test('ACC-3 · ends the sessions of a deactivated user', async () => {
    const { id } = await givenUser({ active: false });
    await setActive(id, true);
    await startOneSession(id);
    await undoLast(ada, id);
    expect(await sessionsOf(id)).toBe(0);
  });

  test('ADM-6 · does not let the last administrator out', async () => {
    const eve = await administrator('Eve Second');
    await setActive(eve.id, false);
    await setActive(eve.id, true);
    await setUserActive(eve, { userId: ada.id, active: false });
    await expect(undoLast(eve, eve.id)).rejects.toMatchObject({ rule: 'ADM-6' });
    expect((await db().user.findUniqueOrThrow({ where: { id: eve.id } })).active).toBe(true);
  });

  test('ADM-12, ADM-6 · when two administrators undo each other’s activation at once, one stays', async () => {
    const eve = await administrator('Eve Second');
    for (const { id } of [ada, eve])
      await recordAudit(db(), ada, { action: 'user.activation-changed', subject: id, oldValue: false, newValue: true });
    const results = await Promise.allSettled([undoLast(ada, eve.id), undoLast(eve, ada.id)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await db().user.count({ where: { active: true } })).toBe(1);
  });
});

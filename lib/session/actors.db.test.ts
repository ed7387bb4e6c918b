import { expect, test } from 'vitest';
import { db } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { givenUser } from '#lib/user/testing/people.ts';
import { actorOfSession, actorOfUser } from './actors.ts';
import { endSession, SESSIONS_PER_PERSON, startSession } from './sessions.ts';

const sessionOf = (userId: string) => transaction((tx) => startSession(tx, userId));

test('ACC-4 · roles are current, including contained ones', async () => {
  const { id } = await givenUser({ roles: ['sn_incident_read'] });
  const sid = await sessionOf(id);
  expect((await actorOfSession(sid))?.actor.roles).toEqual(new Set(['sn_incident_read']));
  await db().userRole.create({ data: { userId: id, role: 'sn_problem_write', audience: 'internal' } });
  expect((await actorOfSession(sid))?.actor.roles).toEqual(
    new Set(['sn_incident_read', 'sn_problem_write', 'sn_problem_read']),
  );
});

test('ACC-4 · an actor has only the verified data of its kind: staff their groups, a contact the account', async () => {
  const [staff, contact, consumer] = [
    await givenUser({ name: 'Ava' }),
    await givenUser({ kind: 'contact', name: 'Cora' }),
    await givenUser({ kind: 'consumer', name: 'Jane' }),
  ];
  const group = await db().group.create({ data: { name: 'Service Desk' } });
  for (const { id } of [staff, contact, consumer])
    await db().groupMember.create({ data: { groupId: group.id, userId: id } });
  const { accountId } = await db().contact.findUniqueOrThrow({ where: { id: contact.id } });
  const common = { timeZone: 'UTC', roles: new Set() };
  expect(await actorOfUser(db(), staff.email.toUpperCase())).toEqual({
    ...common,
    id: staff.id,
    name: 'Ava',
    kind: 'staff',
    groupIds: [group.id],
  });
  expect(await actorOfUser(db(), contact.email.toUpperCase())).toEqual({
    ...common,
    id: contact.id,
    name: 'Cora',
    kind: 'contact',
    accountId,
    accountName: 'Account of Cora',
  });
  expect(await actorOfUser(db(), consumer.id)).toEqual({ ...common, id: consumer.id, name: 'Jane', kind: 'consumer' });
});

test('ACC-6 · a contact without an account has no actor', async () => {
  const contact = { name: 'Lost', email: 'lost@example.test', kind: 'contact', audience: 'external' } as const;
  const { id } = await db().user.create({ data: contact });
  const sid = await sessionOf(id);
  expect([await actorOfUser(db(), id), await actorOfSession(sid)]).toEqual([null, null]);
});

test('ACC-3 · a deactivated user has no actor, even with a session', async () => {
  const { id } = await givenUser();
  const sid = await sessionOf(id);
  await db().user.update({ where: { id }, data: { active: false } });
  expect(await actorOfSession(sid)).toBeNull();
  expect(await actorOfUser(db(), id)).toBeNull();
});

test('ACC-3 · a session expires on its own and leaves the others', async () => {
  const { id } = await givenUser();
  const [here, there] = [await sessionOf(id), await sessionOf(id)];
  await endSession(here);
  expect([await actorOfSession(here), (await actorOfSession(there))?.id]).toEqual([null, there]);
});

test('ACC-12 · a person has twenty sessions: one more ends the oldest, those of others stay', async () => {
  const [{ id }, other] = [await givenUser(), await givenUser()];
  const elsewhere = await sessionOf(other.id);
  const oldest = await sessionOf(id);
  const next = await sessionOf(id);
  for (let session = 2; session < SESSIONS_PER_PERSON; session++) await sessionOf(id);
  expect(await actorOfSession(oldest)).not.toBeNull();
  await sessionOf(id);
  const alive = async (sid: string) => (await actorOfSession(sid)) !== null;
  expect([await alive(oldest), await alive(next), await alive(elsewhere)]).toEqual([false, true, true]);
  expect(SESSIONS_PER_PERSON).toBe(20);
  expect(await db().session.count({ where: { userId: id } })).toBe(20);
});

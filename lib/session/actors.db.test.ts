import { expect, test } from 'vitest';
import { db } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { givenUser } from '#lib/user/testing/people.ts';
import { actorOfSession, actorOfUser } from './actors.ts';
import { endSession, startSession } from './sessions.ts';

const sessionOf = (userId: string) => transaction((tx) => startSession(tx, userId));

test('ACC-4 · roles are those of this moment, with what they contain', async () => {
  const { id } = await givenUser({ roles: ['sn_incident_read'] });
  const sid = await sessionOf(id);
  expect((await actorOfSession(sid))?.actor.roles).toEqual(new Set(['sn_incident_read']));
  await db().userRole.create({ data: { userId: id, role: 'sn_problem_write', audience: 'internal' } });
  expect((await actorOfSession(sid))?.actor.roles).toEqual(
    new Set(['sn_incident_read', 'sn_problem_write', 'sn_problem_read']),
  );
});

test('ACC-4 · groups and account come with the actor', async () => {
  const contact = await givenUser({ kind: 'contact', name: 'Cora' });
  const group = await db().group.create({ data: { name: 'Service Desk' } });
  await db().groupMember.create({ data: { groupId: group.id, userId: contact.id } });
  const actor = await actorOfUser(db(), contact.email.toUpperCase());
  expect(actor).toMatchObject({
    id: contact.id,
    kind: 'contact',
    accountName: 'Account of Cora',
    groupIds: [group.id],
  });
});

test('ACC-3 · who is deactivated is nobody, even with a session', async () => {
  const { id } = await givenUser();
  const sid = await sessionOf(id);
  await db().user.update({ where: { id }, data: { active: false } });
  expect(await actorOfSession(sid)).toBeNull();
  expect(await actorOfUser(db(), id)).toBeNull();
});

test('ACC-3 · a session ends by itself and leaves the others', async () => {
  const { id } = await givenUser();
  const [here, there] = [await sessionOf(id), await sessionOf(id)];
  await endSession(here);
  expect([await actorOfSession(here), (await actorOfSession(there))?.id]).toEqual([null, there]);
});

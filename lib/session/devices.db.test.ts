import { expect, test } from 'vitest';
import { at } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { signOutDevices } from '#lib/user/commands/sign-out-devices.ts';
import { givenUser, PASSWORD } from '#lib/user/testing/people.ts';
import { actorOfSession, actorOfUser } from './actors.ts';
import { ownDevices } from './queries/devices.ts';
import { startSession } from './sessions.ts';
import { signIn } from './sign-in.ts';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0';

async function signedInThrice(kind: 'internal' | 'contact' = 'contact') {
  const { id, email } = await givenUser({ kind });
  const actor = await actorOfUser(db(), id);
  if (!actor) throw new Error('There is nobody.');
  const open = (minute: number, userAgent: string) =>
    at(new Date(Date.now() + minute * 60_000), () =>
      transaction((tx) => startSession(tx, id, { source: '192.0.2.9', userAgent })),
    );
  return {
    actor,
    email,
    sids: [await open(0, FIREFOX), await open(1, 'curl/8'), await open(2, 'x\0'.repeat(5_000))] as const,
  };
}

test('ACC-3 · a user sees their sessions, this browser first, and none of others', async () => {
  const { actor, sids } = await signedInThrice();
  await signedInThrice();
  const devices = await ownDevices(actor, sids[1]);
  expect(devices.map(({ id, name, source, isThis }) => [id, name, source, isThis])).toEqual([
    [sids[1], '', '192.0.2.9', true],
    [sids[2], '', '192.0.2.9', false],
    [sids[0], 'Firefox, Linux', '192.0.2.9', false],
  ]);
});

test('ACC-3 · sign-in stores the browser’s name and its address', async () => {
  const { id, email } = await givenUser();
  await signIn({ email, password: PASSWORD, source: '192.0.2.10', userAgent: FIREFOX });
  expect(await db().session.findFirst({ where: { userId: id } })).toMatchObject({
    source: '192.0.2.10',
    userAgent: FIREFOX,
  });
});

test.each(['internal', 'contact'] as const)(
  'ACC-3 · a person of kind %s signs out one device, then all others, and never somebody else’s',
  async (kind) => {
    const [own, other] = [await signedInThrice(kind), await signedInThrice(kind)];
    const [current, second, third] = own.sids;
    expect(await signOutDevices(own.actor, { device: other.sids[0] }, current)).toBe(0);
    expect(await signOutDevices(own.actor, { device: second }, current)).toBe(1);
    expect(await actorOfSession(second)).toBeNull();
    expect(await signOutDevices(own.actor, { device: 'others' }, current)).toBe(1);
    expect([(await actorOfSession(current))?.actor.id, await actorOfSession(third)]).toEqual([own.actor.id, null]);
    for (const sid of other.sids) expect(await actorOfSession(sid)).not.toBeNull();
    expect(await db().auditEntry.count({ where: { actorId: own.actor.id, action: 'user.signed-out-devices' } })).toBe(
      2,
    );
  },
);

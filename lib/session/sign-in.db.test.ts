import { beforeEach, expect, test } from 'vitest';
import { at } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { givenUser, PASSWORD } from '#lib/user/testing/people.ts';
import { actorOfSession } from './actors.ts';
import { FAILURES_PER_ADDRESS, FAILURES_PER_SOURCE } from './attempts.ts';
import { expireSessions } from './expire-sessions.ts';
import { signIn } from './sign-in.ts';

const source = '192.0.2.1';
const wrong = { ok: false, because: 'Email or password is wrong.' };
const blocked = { ok: false, because: 'Too many attempts. Try again in 15 minutes.' };

const auditOf = (subject: string) =>
  db().auditEntry.findMany({ where: { subject }, select: { action: true, actorId: true }, orderBy: { id: 'asc' } });

beforeEach(async () => {
  await db().signInAttempt.deleteMany();
});

test('ACC-3 · the right password opens a session, whatever the case of the address', async () => {
  const { id, email } = await givenUser({ roles: ['itil'] });
  const answer = await signIn({ email: ` ${email.toUpperCase()} `, password: PASSWORD, source });
  const session = await db().session.findFirstOrThrow({ where: { userId: id } });
  expect(answer).toEqual({ ok: true, userId: id, sid: session.id });
  expect((await actorOfSession(session.id))?.actor.roles).toContain('sn_incident_write');
});

test('ACC-3 · a wrong password, an unknown address and a deactivated user get the same answer', async () => {
  const known = await givenUser();
  const inactive = await givenUser({ active: false });
  const answers = [
    await signIn({ email: known.email, password: 'wrong', source }),
    await signIn({ email: 'nobody@example.test', password: PASSWORD, source }),
    await signIn({ email: inactive.email, password: PASSWORD, source }),
    await signIn({ email: '', password: '', source }),
    await signIn({ email: `\0${'x'.repeat(10_000)}`, password: '\0'.repeat(10_000), source }),
  ];
  expect(answers).toEqual([wrong, wrong, wrong, wrong, wrong]);
  expect(await db().session.count({ where: { userId: { in: [known.id, inactive.id] } } })).toBe(0);
});

test.each(['contact', 'consumer'] as const)('ACC-3 · the sign-in of staff is not for a %s', async (kind) => {
  const { id, email } = await givenUser({ kind });
  expect(await signIn({ email, password: 'wrong', source })).toEqual(wrong);
  const because = 'This sign-in is for staff.';
  expect(await signIn({ email, password: PASSWORD, source })).toEqual({ ok: false, because });
  expect(await db().session.count({ where: { userId: id } })).toBe(0);
});

test('ACC-3 · after too many failures an address waits 15 minutes, known or not', async () => {
  const { email } = await givenUser();
  for (const address of [email, 'nobody@example.test']) {
    for (let failure = 1; failure <= FAILURES_PER_ADDRESS; failure++)
      expect(await signIn({ email: address, password: 'wrong', source: `192.0.2.${failure}` })).toEqual(wrong);
    expect(await signIn({ email: address, password: PASSWORD, source })).toEqual(blocked);
  }
  const later = new Date(Date.now() + 15 * 60_000 + 1);
  expect(await at(later, () => signIn({ email, password: PASSWORD, source }))).toMatchObject({ ok: true });
});

test('ACC-3 · after too many failures a source waits, whatever addresses it tries', async () => {
  const { email } = await givenUser();
  await db().signInAttempt.createMany({
    data: Array.from({ length: FAILURES_PER_SOURCE }, () => ({ key: `source:${source}` })),
  });
  expect(await signIn({ email, password: PASSWORD, source })).toEqual(blocked);
  expect(await signIn({ email, password: PASSWORD, source: '192.0.2.2' })).toMatchObject({ ok: true });
});

test('ACC-3 · simultaneous guesses are counted one by one', async () => {
  const { email } = await givenUser();
  const guess = () => signIn({ email, password: 'wrong', source });
  const answers = await Promise.all(Array.from({ length: 30 }, guess));
  expect(answers.filter((answer) => !answer.ok && answer.because === wrong.because).length).toBeLessThanOrEqual(10);
});

test('ACC-3 · the right password clears the failures of its address', async () => {
  const { email } = await givenUser();
  for (let failure = 1; failure < FAILURES_PER_ADDRESS; failure++) await signIn({ email, password: 'wrong', source });
  await signIn({ email, password: PASSWORD, source });
  expect(await db().signInAttempt.count({ where: { key: `address:${email}` } })).toBe(0);
});

test('ADM-12 · sign-ins and refused attempts are in the audit log', async () => {
  const { id, email } = await givenUser();
  await signIn({ email, password: 'wrong', source });
  await signIn({ email, password: PASSWORD, source });
  expect(await auditOf(email)).toEqual([
    { action: 'sign-in.refused', actorId: null },
    { action: 'sign-in.accepted', actorId: id },
  ]);
});

test('ACC-3 · sessions expire after eight hours, and a job removes them', async () => {
  const { email } = await givenUser();
  const answer = await signIn({ email, password: PASSWORD, source });
  const sid = answer.ok ? answer.sid : '';
  const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);
  expect(await at(inHours(7.9), () => actorOfSession(sid))).not.toBeNull();
  expect(await at(inHours(8.1), () => actorOfSession(sid))).toBeNull();
  await expireSessions(inHours(8.1));
  expect(await db().session.count({ where: { id: sid } })).toBe(0);
});

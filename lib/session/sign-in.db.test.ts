import { beforeEach, expect, test } from 'vitest';
import { at } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { givenUser, PASSWORD } from '#lib/user/testing/people.ts';
import { actorOfSession } from './actors.ts';
import { FAILURES_FROM_SOURCE, FAILURES_PER_ADDRESS, FAILURES_PER_DEVICE, FAILURES_PER_SOURCE } from './attempts.ts';
import { expireSessions } from './expire-sessions.ts';
import { signIn } from './sign-in.ts';

const source = '192.0.2.1';
const wrong = { ok: false, because: 'Email or password is wrong.', said: { key: 'sign-in.wrong', params: {} } };
const blocked = {
  ok: false,
  because: 'Too many attempts. Try again in 15 minutes.',
  said: { key: 'sign-in.blocked', params: { minutes: 15 } },
};

const auditOf = (subject: string) =>
  db().auditEntry.findMany({ where: { subject }, select: { action: true, actorId: true }, orderBy: { id: 'asc' } });

const givenFailures = (key: string, failures: number) =>
  db().signInAttempt.createMany({ data: Array.from({ length: failures }, () => ({ key })) });

beforeEach(async () => {
  await db().signInAttempt.deleteMany();
});

test('ACC-3 · the right password opens a session, ignoring the case of the address', async () => {
  const { id, email } = await givenUser({ roles: ['itil'] });
  const answer = await signIn({ email: ` ${email.toUpperCase()} `, password: PASSWORD, source });
  const session = await db().session.findFirstOrThrow({ where: { userId: id } });
  expect(answer).toEqual({ ok: true, userId: id, audience: 'internal', sid: session.id });
  expect((await actorOfSession(session.id))?.actor.roles).toContain('sn_incident_write');
});

test('ACC-3, ACC-10 · a wrong password, an unknown address and a deactivated user get the same answer', async () => {
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

test.each(['internal', 'contact', 'consumer'] as const)(
  'ACC-3 · sign-in is for everybody, a person of kind %s too',
  async (kind) => {
    const { id, email } = await givenUser({ kind });
    expect(await signIn({ email, password: 'wrong', source })).toEqual(wrong);
    const audience = kind === 'internal' ? 'internal' : 'external';
    const answer = await signIn({ email, password: PASSWORD, source });
    expect(answer).toEqual({ ok: true, userId: id, audience, sid: expect.any(String) });
    expect(await db().session.count({ where: { userId: id } })).toBe(1);
  },
);

test('ACC-10 · after ten failures from one source an address waits 15 minutes there, known or not', async () => {
  const { email } = await givenUser();
  const start = Date.now();
  const after = (milliseconds: number, address: string, password: string) =>
    at(new Date(start + milliseconds), () => signIn({ email: address, password, source }));
  for (const address of [email, 'nobody@example.test']) {
    for (let failure = 1; failure <= 10; failure++) expect(await after(0, address, 'wrong')).toEqual(wrong);
    expect(await after(0, address, PASSWORD)).toEqual(blocked);
  }
  expect(await after(15 * 60_000 - 1, email, PASSWORD)).toEqual(blocked);
  expect(await after(15 * 60_000 + 1, email, PASSWORD)).toMatchObject({ ok: true });
});

test('ACC-10 · an address that is blocked from one source is open from another, and the source is open to others', async () => {
  const [attacked, neighbour] = [await givenUser(), await givenUser()];
  await givenFailures(`from:${source} ${attacked.email}`, FAILURES_FROM_SOURCE);
  expect(await signIn({ email: attacked.email, password: PASSWORD, source })).toEqual(blocked);
  expect(await signIn({ email: neighbour.email, password: PASSWORD, source })).toMatchObject({ ok: true });
  const elsewhere = { email: attacked.email, password: PASSWORD, source: '192.0.2.2' };
  expect(await signIn(elsewhere)).toMatchObject({ ok: true });
});

test('ACC-10 · though a source tries many addresses, the people behind it still get in', async () => {
  const { email } = await givenUser();
  for (let stranger = 1; stranger <= 60; stranger++)
    await givenFailures(`from:${source} stranger-${stranger}@example.test`, FAILURES_FROM_SOURCE);
  await givenFailures(`source:${source}`, 60 * FAILURES_FROM_SOURCE);
  expect(await signIn({ email, password: PASSWORD, source })).toMatchObject({ ok: true });
});

test('ACC-3, ACC-10 · a source that fails a thousand times over all addresses waits, but not the browsers that we know there', async () => {
  const [{ email }, another] = [await givenUser(), await givenUser()];
  await givenFailures(`source:${source}`, FAILURES_PER_SOURCE - 1);
  expect(await signIn({ email: 'nobody@example.test', password: 'wrong', source })).toEqual(wrong);
  for (const address of [email, another.email])
    expect(await signIn({ email: address, password: PASSWORD, source })).toEqual(blocked);
  expect(await signIn({ email, password: PASSWORD, source, device: 'own browser' })).toMatchObject({ ok: true });
  expect(await signIn({ email, password: PASSWORD, source: '192.0.2.2' })).toMatchObject({ ok: true });
  const counted = await db().blockedSignIn.findMany({
    where: { lastSource: source },
    select: { address: true, attempts: true },
  });
  expect(counted).toContainEqual({ address: source, attempts: 2 });
  expect(counted.map(({ address }) => address)).not.toContain(another.email);
});

test('ACC-10 · a successful sign-in clears the failures, also of the source', async () => {
  const { email } = await givenUser();
  await signIn({ email, password: PASSWORD, source });
  expect(await db().signInAttempt.count()).toBe(0);
});

const busy = {
  ok: false,
  because: 'Too many people are signing in right now. Try again in a few seconds.',
  said: { key: 'sign-in.busy', params: {} },
};

test('ACC-3, ACC-10 · of many strangers of one source ten are worked on at once, the others are sent away and not counted', async () => {
  const { email } = await givenUser();
  const guesses = Array.from({ length: 60 }, (_, guess) =>
    signIn({ email: `stranger-${guess}@example.test`, password: 'wrong', source }),
  );
  const owner = signIn({ email, password: PASSWORD, source, device: 'own browser' });
  const elsewhere = signIn({ email, password: PASSWORD, source: '192.0.2.2' });
  const answers = await Promise.all(guesses);
  expect(answers.slice(0, 10)).toEqual(Array(10).fill(wrong));
  expect(answers.slice(10)).toEqual(Array(50).fill(busy));
  expect([await owner, await elsewhere]).toMatchObject([{ ok: true }, { ok: true }]);
  expect(await db().signInAttempt.count({ where: { key: `source:${source}` } })).toBe(10);
  expect(await signIn({ email, password: PASSWORD, source })).toMatchObject({ ok: true });
});

test('ACC-3, ACC-10 · of strangers from everywhere a hundred are worked on at once', async () => {
  const guesses = Array.from({ length: 110 }, (_, n) =>
    signIn({ email: 'nobody@example.test', password: 'wrong', source: `192.0.2.${n}` }),
  );
  expect(await Promise.all(guesses.slice(100))).toEqual(Array(10).fill(busy));
  await Promise.all(guesses);
});

test('ACC-3, ACC-10 · of one address three attempts of known browsers are worked on at once, and others’ beside them', async () => {
  const [{ email }, { email: other }] = [await givenUser(), await givenUser()];
  const own = (address: string, device: string) => signIn({ email: address, password: PASSWORD, source, device });
  const answers = await Promise.all([...Array.from({ length: 5 }, (_, n) => own(email, `${n}`)), own(other, 'other')]);
  expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, false, false, true]);
  expect(await own(email, 'later')).toMatchObject({ ok: true });
});

test('ACC-10 · after a hundred failures over all sources an address waits, known or not', async () => {
  const { email } = await givenUser();
  for (const address of [email, 'nobody@example.test']) {
    await givenFailures(`address:${address}`, 99);
    const guess = (number: number) => signIn({ email: address, password: 'wrong', source: `192.0.2.${number}` });
    expect(await guess(1)).toEqual(wrong);
    expect(await guess(2)).toEqual(blocked);
  }
  const later = new Date(Date.now() + 15 * 60_000 + 1);
  expect(await at(later, () => signIn({ email, password: PASSWORD, source }))).toMatchObject({ ok: true });
});

test('ACC-10 · strangers cannot lock the owner out of a browser that has signed in before', async () => {
  const { email } = await givenUser();
  await givenFailures(`address:${email}`, FAILURES_PER_ADDRESS);
  await givenFailures(`from:${source} ${email}`, FAILURES_FROM_SOURCE);
  expect(await signIn({ email, password: PASSWORD, source })).toEqual(blocked);
  expect(await signIn({ email, password: PASSWORD, source, device: 'own browser' })).toMatchObject({ ok: true });
});

test('ACC-10 · a browser that has signed in before has a count of its own', async () => {
  const { email } = await givenUser();
  const guess = (password: string, device: string) => signIn({ email, password, source, device });
  for (let failure = 1; failure <= FAILURES_PER_DEVICE; failure++)
    expect(await guess('wrong', 'stolen laptop')).toEqual(wrong);
  expect(await guess(PASSWORD, 'stolen laptop')).toEqual(blocked);
  expect(await guess(PASSWORD, 'own browser')).toMatchObject({ ok: true });
  expect(await signIn({ email, password: PASSWORD, source })).toMatchObject({ ok: true });
});

test('ACC-10 · simultaneous guesses are counted one by one', async () => {
  const { email } = await givenUser();
  const guess = () => signIn({ email, password: 'wrong', source });
  const answers = await Promise.all(Array.from({ length: 30 }, guess));
  expect(answers.filter((answer) => !answer.ok && answer.because === wrong.because).length).toBeLessThanOrEqual(10);
});

test('ACC-10 · the right password clears the failures of its source only', async () => {
  const { email } = await givenUser();
  await givenFailures(`address:${email}`, 50);
  for (let failure = 1; failure < FAILURES_FROM_SOURCE; failure++) await signIn({ email, password: 'wrong', source });
  await signIn({ email, password: PASSWORD, source });
  expect(await db().signInAttempt.count({ where: { key: `from:${source} ${email}` } })).toBe(0);
  expect(await db().signInAttempt.count({ where: { key: `address:${email}` } })).toBe(50 + FAILURES_FROM_SOURCE - 1);
});

test('ACC-10 · attempts while an address is blocked are one entry of the audit log, with how many they were', async () => {
  const start = Date.now();
  const inMinutes = (minutes: number) => new Date(start + minutes * 60_000);
  const tryTwice = async (email: string) => {
    await givenFailures(`from:${source} ${email}`, FAILURES_FROM_SOURCE);
    for (const password of ['guess', PASSWORD])
      expect(await at(inMinutes(0), () => signIn({ email, password, source }))).toEqual(blocked);
  };
  const { email } = await givenUser();
  const unknown = 'nobody.at.all@example.test';
  await tryTwice(email);
  await tryTwice(unknown);
  await expireSessions(inMinutes(14));
  expect([await auditOf(email), await auditOf(unknown)]).toEqual([[], []]);
  await expireSessions(inMinutes(16));
  await expireSessions(inMinutes(16));
  for (const subject of [email, unknown]) {
    const entries = await db().auditEntry.findMany({ where: { subject } });
    const newValue = '2 while blocked, the last from 192.0.2.1';
    expect(entries).toMatchObject([{ action: 'sign-in.blocked', actorId: null, newValue }]);
  }
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

import { beforeEach, expect, test } from 'vitest';
import { roleNames } from '#lib/access/roles.ts';
import { at } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { FAILURES_OF_SET_UP } from '#lib/session/attempts.ts';
import { signIn } from '#lib/session/sign-in.ts';
import { emptyAuditLog } from '#lib/testing/rewrite-history.ts';
import { givenUser } from '#lib/user/testing/people.ts';
import { ensureFirstAdministrator, setUpFirstAdministrator } from './first-administrator.ts';

const source = '192.0.2.1';
const person = { name: 'Ada Admin', email: 'ada@example.test', password: 'a long enough password' };

const administrators = () =>
  db().user.findMany({ where: { roles: { some: { role: 'admin' } } }, select: { email: true } });

async function tokenOfLink() {
  const { link } = await ensureFirstAdministrator({ APP_URL: 'https://desk.example.test/' });
  expect(link).toMatch(/^https:\/\/desk\.example\.test\/setup\?token=[\w-]{43}$/);
  return new URL(link ?? '').searchParams.get('token') ?? '';
}

beforeEach(async () => {
  await db().signInAttempt.deleteMany();
  await emptyAuditLog();
  await db().user.deleteMany();
});

test('ACC-9 · ADMIN_EMAIL and ADMIN_PASSWORD make the first administrator, and nothing the second time', async () => {
  const env = { ADMIN_EMAIL: 'Ada@Example.test', ADMIN_PASSWORD: person.password };
  const answers = await Promise.all([ensureFirstAdministrator(env), ensureFirstAdministrator(env)]);
  expect(answers).toEqual([{}, {}]);
  expect(await administrators()).toEqual([{ email: 'ada@example.test' }]);
  expect(await signIn({ ...person, source: 'test' })).toMatchObject({ ok: true });
});

test('ACC-9, ACC-11 · only one of the two variables, or a weak password, gives a clear error', async () => {
  await expect(ensureFirstAdministrator({ ADMIN_EMAIL: person.email })).rejects.toThrow('set together');
  const { name, password } = person;
  const noAddress = ensureFirstAdministrator({ ADMIN_EMAIL: name, ADMIN_PASSWORD: password });
  await expect(noAddress).rejects.toThrow('not an email address');
  const weak = ensureFirstAdministrator({ ADMIN_EMAIL: person.email, ADMIN_PASSWORD: 'short' });
  await expect(weak).rejects.toThrow('at least 12 characters');
  const demo = ensureFirstAdministrator({ ADMIN_EMAIL: person.email, ADMIN_PASSWORD: 'casebridge-demo' });
  await expect(demo).rejects.toThrow('demonstration');
});

test('ACC-9, ACC-11 · where there is an administrator a weak ADMIN_PASSWORD stops no start, and opens nothing', async () => {
  await givenUser({ roles: ['admin'] });
  const weak = { ADMIN_EMAIL: person.email, ADMIN_PASSWORD: 'password1234' };
  expect(await ensureFirstAdministrator(weak)).toEqual({});
  expect(await db().user.count({ where: { email: person.email } })).toBe(0);
});

test('ACC-9 · every database knows every role', async () => {
  await ensureFirstAdministrator({});
  expect(await db().role.count()).toBe(roleNames.length);
});

test('ACC-9, ACC-7 · the link makes one administrator, once; the database keeps only its hash', async () => {
  const token = await tokenOfLink();
  expect(await db().oneTimeToken.count({ where: { hash: token } })).toBe(0);
  await setUpFirstAdministrator({ ...person, token }, source);
  const again = setUpFirstAdministrator({ ...person, email: 'eve@example.test', token }, source);
  await expect(again).rejects.toThrow('ACC-9');
  expect(await administrators()).toEqual([{ email: person.email }]);
});

test('ACC-9 · of many uses of several links at once one wins', async () => {
  const tokens = [await tokenOfLink(), await tokenOfLink()];
  const uses = [0, 1, 2, 3, 4, 5].map((n) =>
    setUpFirstAdministrator({ ...person, email: `ada-${n}@example.test`, token: tokens[n % 2] ?? '' }, source),
  );
  const answers = await Promise.allSettled(uses);
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await administrators()).toHaveLength(1);
});

test('ACC-9, ACC-7 · the link is valid for 24 hours, and a guessed one never is', async () => {
  const token = await tokenOfLink();
  const later = new Date(Date.now() + 24 * 3_600_000 + 1);
  await expect(at(later, () => setUpFirstAdministrator({ ...person, token }, source))).rejects.toThrow('expired');
  await expect(setUpFirstAdministrator({ ...person, token: 'guessed' }, source)).rejects.toThrow('expired');
  expect(await administrators()).toEqual([]);
});

test('ACC-9 · where there is an administrator there is no link', async () => {
  await givenUser({ roles: ['admin'] });
  expect(await ensureFirstAdministrator({})).toEqual({});
});

test('ACC-9 · an address that is taken is refused beside its field', async () => {
  const { email } = await givenUser({ kind: 'consumer' });
  const token = await tokenOfLink();
  await expect(setUpFirstAdministrator({ ...person, email, token }, source)).rejects.toMatchObject({ field: 'email' });
  expect(await setUpFirstAdministrator({ ...person, token }, source)).toBeTruthy();
});

test('ACC-9 · without the link the password is neither checked nor hashed', async () => {
  const guess = setUpFirstAdministrator({ ...person, password: 'short', token: 'guessed' }, source);
  await expect(guess).rejects.toMatchObject({ rule: 'ACC-9' });
});

test('ACC-9, ACC-3 · guesses at the link are counted by source; the right one clears them', async () => {
  const token = await tokenOfLink();
  const guess = () => setUpFirstAdministrator({ ...person, token: 'guessed' }, source);
  for (let failure = 1; failure <= FAILURES_OF_SET_UP; failure++)
    await expect(guess()).rejects.toMatchObject({ rule: 'ACC-9' });
  await expect(guess()).rejects.toMatchObject({ rule: 'ACC-3' });
  await expect(setUpFirstAdministrator({ ...person, token }, source)).rejects.toThrow('Too many attempts');
  expect(await setUpFirstAdministrator({ ...person, token }, '192.0.2.2')).toBeTruthy();
  expect(await db().signInAttempt.count({ where: { key: 'set-up:192.0.2.2' } })).toBe(0);
});

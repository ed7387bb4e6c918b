import { encode } from 'next-auth/jwt';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { at } from '#lib/platform/clock.ts';
import { SESSION_SECONDS } from './sessions.ts';
import { sidOfToken } from './token.ts';

const SECRET = 'only for this test, where nothing is secret';
const sid = '019ab000-0000-7000-8000-000000000001';
const tokenOf = (secret: string, content: Record<string, string> = { sid }) =>
  encode({ secret, maxAge: SESSION_SECONDS, token: content });

beforeEach(() => vi.stubEnv('AUTH_SECRET', SECRET));
afterEach(() => vi.unstubAllEnvs());

test('ACC-3 · a token names its session, however often it is read', async () => {
  const token = await tokenOf(SECRET);
  expect(sidOfToken(token)).toBe(sid);
  // The second answer comes from the cache, so the changed secret does not matter.
  vi.stubEnv('AUTH_SECRET', 'another secret than the one that it was made with');
  expect(sidOfToken(token)).toBe(sid);
});

test('ACC-3 · an expired token is invalid, even if it was read before', async () => {
  const token = await tokenOf(SECRET);
  const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);
  expect(await at(inHours(7.9), async () => sidOfToken(token))).toBe(sid);
  expect(await at(inHours(8.1), async () => sidOfToken(token))).toBeNull();
});

test('ACC-3 · a foreign token is no session', async () => {
  const token = await tokenOf(SECRET);
  const forged = [
    undefined,
    '',
    'no token',
    `${token}x`,
    token.slice(0, -4),
    token.replace(/^[^.]+/, Buffer.from('{"alg":"dir","enc":"A128GCM"}').toString('base64url')),
    token.replace(/.(?=.{30}$)/, (sign) => (sign === 'A' ? 'B' : 'A')),
    await tokenOf('another secret'),
    await tokenOf(SECRET, { sid: '1' }),
  ];
  expect(forged.map(sidOfToken)).toEqual(forged.map(() => null));
});

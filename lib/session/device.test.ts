import { decode, encode } from 'next-auth/jwt';
import { beforeEach, expect, test, vi } from 'vitest';
import { deviceToken, knownDevice } from './device.ts';

const secret = 'a secret of tests, where nothing is one';
const email = 'ava@example.test';

beforeEach(() => vi.stubEnv('AUTH_SECRET', secret));

test('ACC-10 · a browser that has signed in with an address is known for that address, and for no other', async () => {
  const token = await deviceToken(undefined, email);
  expect(await knownDevice(token, email)).toMatch(/^[0-9a-f-]{36}$/);
  expect(await knownDevice(token, 'eve@example.test')).toBeNull();
});

test('ACC-10 · several people of one browser are known in it, the last five of them, by the same id', async () => {
  let token = await deviceToken(undefined, email);
  const device = await knownDevice(token, email);
  for (const number of [1, 2, 3, 4]) token = await deviceToken(token, `person-${number}@example.test`);
  expect(await knownDevice(token, email)).toBe(device);
  token = await deviceToken(token, 'person-5@example.test');
  expect([await knownDevice(token, email), await knownDevice(token, 'person-5@example.test')]).toEqual([null, device]);
});

test.each(['', 'no token', 'a.b.c'])('ACC-10 · %j names no browser', async (token) => {
  expect(await knownDevice(token, email)).toBeNull();
});

test('ACC-10 · the key is one of its own: a session names no browser, and a browser is no session', async () => {
  const content = { device: '01935f3e-1111-7222-8333-444455556666', addresses: [email] };
  expect(await knownDevice(await encode({ secret, token: content }), email)).toBeNull();
  const token = await deviceToken(undefined, email);
  await expect(decode({ token, secret })).rejects.toThrow();
});

test('ACC-10 · a cookie signed with another secret identifies no browser', async () => {
  const token = await deviceToken(undefined, email);
  vi.stubEnv('AUTH_SECRET', `${secret}!`);
  expect(await knownDevice(token, email)).toBeNull();
});

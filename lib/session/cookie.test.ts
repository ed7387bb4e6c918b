import { RequestCookies } from 'next/dist/compiled/@edge-runtime/cookies';
import { encode } from 'next-auth/jwt';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sessionIdIn } from './cookie.ts';
import { sidOfToken } from './token.ts';

const SECRET = 'only for this test, where nothing is secret';
const NAME = 'next-auth.session-token';
const [ONE, TWO] = ['019ab000-0000-7000-8000-000000000001', '019ab000-0000-7000-8000-000000000002'];

beforeEach(() => vi.stubEnv('AUTH_SECRET', SECRET));
afterEach(() => vi.unstubAllEnvs());

test.each([
  ['one', 'N=A', ONE],
  ['the last of two', 'N=B; N=A', ONE],
  ['the one before what cannot be decoded', 'N=A; N=%ZZ', ONE],
  ['the one between what cannot be decoded', 'N=%;N=A;  N=%E0%A4%A; other=%ZZ', ONE],
  ['none before what is no token', 'N=A; N=x', null],
  ['none before an empty one', 'N=A; N=', null],
  ['the one beside chunks, which are not read', 'N.0=B; N=A; N.1=%ZZ', ONE],
  ['none of chunks', 'N.0=A', null],
  ['none', '', null],
])('ACC-12 · the guard reads %s as the framework does', async (_which, header, sid) => {
  const token = (id: string) => encode({ secret: SECRET, token: { sid: id } });
  const [a, b] = [await token(ONE), await token(TWO)];
  const cookie = header.replaceAll('N', NAME).replace('=A', `=${a}`).replace('=B', `=${b}`);
  const framework = new RequestCookies(new Headers({ cookie })).get(NAME)?.value;
  expect([sessionIdIn(cookie), sidOfToken(framework)]).toEqual([sid, sid]);
});

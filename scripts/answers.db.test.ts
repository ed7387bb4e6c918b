import { globSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { db } from '#lib/platform/db.ts';
import { databaseUrl } from '#lib/platform/env.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { FAILURES_PER_ADDRESS } from '#lib/session/attempts.ts';
import { hashPassword } from '#lib/session/password.ts';
import { startSession } from '#lib/session/sessions.ts';
import { aCase, type World, world } from '#lib/testing/world.ts';
import { type Answer, type Ask, actionId, type ServerUnderTest, startServerUnderTest } from './server-under-test.ts';

const ADDRESS = 'https://desk.example.com';

let w: World;
let server: ServerUnderTest;
let cookie: string;

beforeAll(async () => {
  process.env.CASEBRIDGE_DATA = mkdtempSync(path.join(tmpdir(), 'casebridge-answers-'));
  w = await world();
  server = await startServerUnderTest(databaseUrl(), ADDRESS);
  cookie = await server.cookieOf(await transaction((tx) => startSession(tx, w.ava.id)));
}, 400_000);

afterAll(() => server[Symbol.asyncDispose]());

const signedIn = (asked: Ask = {}): Ask => ({ ...asked, headers: { ...asked.headers, cookie } });
const post = (body: string | Buffer, headers: Record<string, string> = {}): Ask => ({
  method: 'POST',
  body,
  headers: { origin: ADDRESS, ...headers },
});
const asForm = (body: string) => post(body, { 'content-type': 'multipart/form-data; boundary=X' });
const asArguments = (body: string, id: string) =>
  post(body, { 'content-type': 'text/plain;charset=UTF-8', 'next-action': id });
const ofLength = (bytes: number) => '['.repeat(bytes);

describe('the headers of every sort of answer', () => {
  const everyAnswer = {
    'strict-transport-security': 'max-age=63072000; includeSubDomains',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    'cross-origin-opener-policy': 'same-origin',
  };
  const page = /^default-src 'self'; script-src 'self' 'nonce-[\w-]+' 'strict-dynamic';.*frame-ancestors 'none'/;
  const strict = /^default-src 'none';.*\bsandbox$/;
  const ownFile = /^public/;
  const notCacheable = /^private\b.*\bno-store\b/;

  const theFile = (pattern: string) => () => `/_next/static/${globSync(pattern, { cwd: '.next/static' })[0]}`;
  const anAttachment = async () => {
    const { number } = await aCase(w);
    const name = '/api/attachments?kind=case&number=';
    const sent = await server.ask(
      `${name}${number}&name=a.txt`,
      signedIn(post('Hello', { 'content-type': 'text/plain' })),
    );
    expect(sent.status).toBe(200);
    const { id } = await db().attachment.findFirstOrThrow();
    return `/api/attachments/${id}`;
  };

  type Sort = [
    what: string,
    path: string | (() => string | Promise<string>),
    asked: Ask,
    status: number,
    csp: RegExp,
    cache: RegExp,
  ];
  const foreign = { ...post('a'), headers: { origin: 'https://evil.example' } };
  const sorts = (): Sort[] => [
    ['a page without a session', '/login', {}, 200, page, notCacheable],
    ['a page', '/workspace', signedIn(), 200, page, notCacheable],
    ['a redirect', '/workspace', {}, 307, strict, notCacheable],
    ['what looks like a picture', '/x.png', {}, 307, strict, notCacheable],
    ['a picture that is not there', '/x.png', signedIn(), 404, page, notCacheable],
    ['a call without a session', '/api/search?q=a', {}, 401, strict, notCacheable],
    ['a foreign call', '/login', foreign, 403, strict, notCacheable],
    ['a foreign call of a file', '/icon.svg', foreign, 403, strict, notCacheable],
    ['a page that is not there', '/workspace/nothing', signedIn(), 404, page, notCacheable],
    ['a route that is not there', '/api/nothing', signedIn(), 404, strict, notCacheable],
    ['next-auth’s own sign-in', '/api/auth/callback/credentials', {}, 401, strict, notCacheable],
    ['pictures in other sizes', '/_next/image?url=%2Ficon.svg&w=64&q=75', signedIn(), 404, page, notCacheable],
    ['an address that cannot be read', '/go/%', {}, 400, strict, notCacheable],
    ['a method that there is not', '/login', { method: 'TRACE' }, 405, strict, notCacheable],
    ['a body that is too large', '/login', post(ofLength(64_001)), 413, strict, notCacheable],
    ['data', '/api/search?q=a', signedIn(), 200, strict, notCacheable],
    ['an export', '/api/export/cases', signedIn(), 200, strict, notCacheable],
    ['an upload that is refused', '/api/attachments', signedIn(post('a')), 400, strict, notCacheable],
    ['an upload without a session', '/api/attachments', post('a'), 401, strict, notCacheable],
    ['an attachment', anAttachment, signedIn(), 200, strict, /^private, no-cache$/],
    ['an action', '/login', asArguments('[null,null]', actionId('signInAction')), 200, page, notCacheable],
    ['an action that there is not', '/login', asArguments('[]', 'x'), 400, page, notCacheable],
    ['a form that is none', '/login', asForm('--X--\r\n'), 400, page, notCacheable],
    ['a stream', '/api/events', signedIn(), 200, strict, notCacheable],
    ['a script', theFile('chunks/*.js'), {}, 200, strict, ownFile],
    ['a font', theFile('media/*.woff2'), {}, 200, strict, ownFile],
    ['a file that is not there', '/_next/static/nothing.js', {}, 404, strict, notCacheable],
    ['the icon', '/icon.svg', {}, 200, strict, ownFile],
    ['the health', '/api/health', {}, 200, strict, notCacheable],
  ];

  it('Q-15, ACC-12, ACC-3 · each has the policies, the right cache headers, and does not name the framework', async () => {
    const seen: unknown[] = [];
    for (const [what, address, asked, , csp, cache] of sorts()) {
      const { status, headers } = await server.ask(typeof address === 'string' ? address : await address(), asked);
      const own = Object.fromEntries(Object.keys(everyAnswer).map((name) => [name, headers[name]]));
      const policy = String(headers['content-security-policy']);
      const caching = String(headers['cache-control']);
      const { 'x-powered-by': framework } = headers;
      seen.push([what, status, csp.test(policy) || policy, cache.test(caching) || caching, own, framework]);
    }
    expect(seen).toEqual(sorts().map(([what, , , status]) => [what, status, true, true, everyAnswer, undefined]));
  });

  it('ACC-5 · a redirect to the sign-in page uses the public address', async () => {
    const { headers } = await server.ask('/workspace/cases?q=a', { headers: { 'x-forwarded-host': 'evil.example' } });
    expect(headers.location).toBe('/login?from=%2Fworkspace%2Fcases%3Fq%3Da');
  });
});

describe('bodies', () => {
  const ways = [
    ['a page', 64, '/login', {}],
    ['a page that needs a session', 64, '/workspace', {}],
    ['a route', 64, '/api/presence', { 'content-type': 'application/json' }],
    ['an action', 8, '/login', { 'next-action': '7f00', 'content-type': 'text/plain;charset=UTF-8' }],
    ['a form', 8, '/login', { 'content-type': 'multipart/form-data; boundary=X' }],
  ] as const;

  it.each(ways)(
    'ACC-12 · %s accepts %i kB without a session, 512 kB with one, announced or not',
    async (_what, kilobytes, to, headers) => {
      for (const chunked of [false, true]) {
        const sent = async (bytes: number, more: (asked: Ask) => Ask) =>
          (await server.ask(to, more({ ...post(ofLength(bytes), headers), chunked }))).status;
        const without = (asked: Ask) => asked;
        expect(await sent(kilobytes * 1_000, without)).not.toBe(413);
        expect(await sent(kilobytes * 1_000 + 1, without)).toBe(413);
        expect(await sent(512_000, signedIn)).not.toBe(413);
        expect(await sent(512_001, signedIn)).toBe(413);
      }
      expect(server.faults()).toEqual([]);
    },
  );

  it('ACC-12, REC-4 · a file has a limit of its own', async () => {
    const { number } = await aCase(w);
    const to = `/api/attachments?kind=case&number=${number}&name=large.bin`;
    const send = async (bytes: number) => (await server.ask(to, signedIn(post(Buffer.alloc(bytes))))).status;
    expect([await send(20_000_000), await send(25_000_001)]).toEqual([200, 413]);
  });

  it('ACC-12 · 9 MB sent before sign-in to any page are refused before their end, so never parsed, and delay nobody', async () => {
    const field = '--X\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n';
    const fields = field.repeat(9_000_000 / field.length);
    const storm = ways.flatMap(([, , to, headers]) =>
      [fields, ofLength(9_000_000)].flatMap((body) =>
        [false, true].map((chunked) => server.ask(to, { ...post(body, headers), chunked, endless: true })),
      ),
    );
    expect((await server.ask('/login')).status).toBe(200);
    expect(new Set((await Promise.all(storm)).map(({ status }) => status))).toEqual(new Set([413]));
  });
});

describe('the sign-in', () => {
  const password = 'a password of nobody else';

  /** Signs in as a browser without scripts does: with the fields that the page's form has. */
  async function signIn(email: string, cookies = ''): Promise<Answer> {
    const { text: page } = await server.ask('/login');
    const hidden = [...page.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)];
    const fields = hidden.map(([, name = '', value = '']) => [name, value.replaceAll('&quot;', '"')]);
    const parts = [...fields, ['email', email], ['password', password]].map(
      ([name, value]) => `--X\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    const form = asForm(`${parts.join('')}--X--\r\n`);
    return server.ask('/login', { ...form, headers: { ...form.headers, cookie: cookies } });
  }

  it('ACC-10 · makes a browser known, and then lets the owner in though strangers have blocked the address', async () => {
    const passwordHash = await hashPassword(password);
    const { email } = await db().user.update({ where: { id: w.ian.id }, data: { passwordHash } });
    const given = await signIn(email ?? '');
    expect([given.status, given.headers.location]).toEqual([303, '/workspace']);
    const [device = ''] = given.headers['set-cookie']?.filter((each) => each.includes('casebridge.device')) ?? [];
    expect(device).toMatch(/^__Secure-casebridge\.device=.*; Secure; HttpOnly; SameSite=lax$/);

    const guesses = Array.from({ length: FAILURES_PER_ADDRESS }, () => ({ key: `address:${email}` }));
    await db().signInAttempt.createMany({ data: guesses });
    const stranger = await signIn(email ?? '');
    expect([stranger.status, stranger.text.includes('Too many attempts.')]).toEqual([200, true]);
    const owner = await signIn(email ?? '', device.split(';')[0]);
    expect([owner.status, owner.headers.location]).toEqual([303, '/workspace']);
    expect(owner.headers['set-cookie']?.join()).toContain('__Secure-next-auth.session-token=');
  });
});

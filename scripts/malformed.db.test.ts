import { globSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Route } from '#lib/door/route.ts';
import { db } from '#lib/platform/db.ts';
import { databaseUrl } from '#lib/platform/env.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { startSession } from '#lib/session/sessions.ts';
import { asJson, asTexts, nonsense } from '#lib/testing/nonsense.ts';
import { aCase, type World, world } from '#lib/testing/world.ts';
import { buildIfStale } from './build.ts';
import { type Ask, actionId, type ServerUnderTest, startServerUnderTest } from './server-under-test.ts';

// To try more: `TRIES=1000 npm test scripts/malformed`.
const TRIES = Number(process.env.TRIES ?? 80);

// Action ids come from the build.
await buildIfStale();

let w: World;
let server: ServerUnderTest;
let cookies: string[];
let known: string[];

beforeAll(async () => {
  w = await world();
  const theCase = await aCase(w);
  known = [theCase.id, theCase.number, w.ava.id, w.cora.id, 'case', 'cases', 'incident', 'account', 'user'];
  server = await startServerUnderTest(databaseUrl());
  const sessionOf = ({ id }: { id: string }) => transaction((tx) => startSession(tx, id));
  cookies = [
    '',
    ...(await Promise.all([w.adam, w.ava, w.cora].map(async (who) => server.cookieOf(await sessionOf(who))))),
  ];
}, 400_000);

afterAll(() => server[Symbol.asyncDispose]());

/** The status that the server answers to a signed-in user. The log must show no error. */
async function statusOf(to: string, asked: Ask = {}): Promise<number> {
  const { status } = await server.ask(to, { ...asked, headers: { cookie: cookies[1] ?? '', ...asked.headers } });
  expect(server.faults(), `${asked.method ?? 'GET'} ${to}`).toEqual([]);
  return status;
}

const PLAIN = { 'content-type': 'text/plain;charset=UTF-8' };
const FORM = { 'content-type': 'multipart/form-data; boundary=X' };
const call = (body: string, headers: Record<string, string> = PLAIN): Ask => ({
  method: 'POST',
  body,
  headers: { 'next-action': actionId('signInAction'), ...headers },
});
const part = (name: string, content: string) =>
  `--X\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${content}\r\n`;
const form = (...parts: string[]): Ask => ({ method: 'POST', body: `${parts.join('')}--X--\r\n`, headers: FORM });

describe('what cannot be read', () => {
  it.each([
    ['TRACE', '/login', 405],
    ['TRACE', '/api/search?q=a', 405],
    ['PUT', '/workspace', 405],
    ['PATCH', '/login', 405],
    ['DELETE', '/api/search', 405],
    ['PROPFIND', '/login', 405],
    ['POST', '/api/search', 405],
    ['POST', '/readme/case.png', 405],
    ['OPTIONS', '/readme/case%2Epng?a', 405],
    ['OPTIONS', '*', 400],
    ['GET', 'http://evil.example/login', 400],
    ['GET', '/go/%', 400],
    ['GET', '/go/%25', 404],
    ['GET', '/go/%2525', 404],
    ['GET', '/workspace/%E0', 400],
    ['GET', '/workspace/cases/%25', 404],
    ['GET', '/workspace/cases/%25E0', 404],
    ['GET', '/workspace/cases/%2500', 404],
    ['GET', '/api/attachments/%E0', 400],
    ['GET', '/_next/static/a%00b.txt', 400],
    ['GET', '/a%00b.txt', 400],
    ['GET', '/_global-error', 404],
    ['POST', '/_global-error', 404],
    ['GET', '/workspace/cases?%E0=%&q=%', 200],
    ['GET', '/api/auth/callback/credentials', 404],
    ['POST', '/api/auth/callback/credentials', 404],
    ['POST', '/api/auth/signout', 404],
    ['GET', '/api/auth/signout?callbackUrl=https://evil.example', 404],
    ['GET', '/api/auth/csrf?callbackUrl=%25', 404],
    ['GET', '/api/auth/session?callbackUrl=%25', 404],
    ['POST', '/api/attachments?kind=case&number=CS0000001&name=a%00b.txt', 404],
  ])('Q-13 · %s %s is answered %i', async (method, to, status) => {
    expect(await statusOf(to, { method })).toBe(status);
  });

  it.each([
    ['a host that is none', { host: '%%%' }, 400],
    ['a state of the router that is none', { rsc: '1', 'next-router-state-tree': '%E0{' }, 400],
    ['a cookie that is none', { cookie: 'next-auth.session-token=%E0%' }, 307],
    ['another protocol', { connection: 'Upgrade', upgrade: 'websocket' }, 200],
    ['a host of a proxy', { 'x-forwarded-host': '%%%', 'x-forwarded-proto': 'x y' }, 200],
  ])('Q-13 · %s in the headers is answered', async (_what, headers, status) => {
    expect(await statusOf('/workspace', { headers })).toBe(status);
  });

  it.each([
    ['an empty list', [], 400],
    ['another list', [['a', 'b', 'c', 'd'], {}], 400],
    ['a place that is no place', ['', {}, '//evil', 'refetch'], 400],
    ['a part of an older release', ['', { children: [['kind', 'cases', 'd'], {}] }], 400],
    ['a part without an end', Array(500).reduceRight((inner) => [inner], []), 400],
    ['what there is not', ['', { children: ['x', {}] }, null, 'refetch'], 200],
    ['what is nested deeply', Array.from({ length: 300 }).reduce((inner) => ['', { a: inner }], ['', {}]), 200],
  ])('Q-13 · a router that says it shows %s is answered', async (_what, state, status) => {
    const headers = { rsc: '1', 'next-router-state-tree': encodeURIComponent(asJson(state)) };
    for (const to of ['/workspace', '/workspace/cases']) {
      // If the address lacks the hash of these headers, the framework redirects to an address that has it.
      const { status: first, headers: answered } = await server.ask(to, {
        headers: { cookie: cookies[1] ?? '', ...headers },
      });
      expect(first === 307 ? await statusOf(String(answered.location), { headers }) : first, to).toBe(status);
    }
  });

  it('Q-13 · malformed router headers are answered', async () => {
    const names = [
      'next-url',
      'next-router-prefetch',
      'next-router-segment-prefetch',
      'next-html-request-id',
      'x-nextjs-data',
      'next-test-fetch-priority',
      'purpose',
      'rsc',
    ];
    const header = fc.record({
      name: fc.constantFrom(...names),
      value: fc.oneof(
        fc.constantFrom('1', '2', '/', '/_tree', '/workspace/%E0', '[]', '//'),
        fc.string({ unit: 'grapheme-ascii' }),
      ),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(header, { maxLength: 4 }),
        fc.constantFrom('/workspace', '/workspace/cases', '/login'),
        async (given, to) => {
          const headers = Object.fromEntries(given.map(({ name, value }) => [name, value.trim()]));
          expect(await statusOf(to, { headers })).toBeLessThan(500);
        },
      ),
      { numRuns: TRIES },
    );
  });

  it.each([
    ['an id that is none', call('[]', { ...PLAIN, 'next-action': 'x' }), 400],
    ['an id that there is not', call('[]', { ...PLAIN, 'next-action': `40${'a'.repeat(40)}` }), 409],
    ['arguments that are no JSON', call('{bad'), 400],
    ['no arguments at all', call(''), 400],
    ['an argument that is no list', call('null'), 400],
    ['too many arguments', call(asJson(Array(1_500).fill(1))), 400],
    ['arguments that are nested too deeply', call('['.repeat(30_000) + ']'.repeat(30_000)), 400],
    ...['$F1', '$Q1', '$W1', '$n9x', '$h1', '$i1', '$A1', '$B1', '$1', '$1:a:b', '$Sx', '$Z', '$O1'].map(
      (encoded) => [`the argument ${encoded}`, call(asJson([null, encoded])), 400] as const,
    ),
    ...['$K1', '$@1', '$D', '$R1', '$undefined'].map(
      (encoded) => [`the argument ${encoded}`, call(asJson([null, encoded])), 200] as const,
    ),
    ['a form without a boundary', call('x', { 'content-type': 'multipart/form-data' }), 400],
    ['a form that breaks off', call('--X\r\nContent-Disposition: form-data; name="0"\r\n\r\n[1', FORM), 400],
    ['a form with nothing in it', call('--X--\r\n', FORM), 400],
    ['a form that names itself', call(`${part('0', '["$1"]')}${part('1', '["$1","$0"]')}--X--\r\n`, FORM), 400],
    ['a page’s form that breaks off', { ...form(), body: '--X\r\nbroken' }, 400],
    ['a page’s form for no action', form(part('$ACTION_ID_xyz', '')), 400],
    ['a page’s form that refers to nothing', form(part('$ACTION_REF_1', '')), 400],
    [
      'a page’s form with an argument that is missing',
      form(part('$ACTION_REF_1', ''), part('$ACTION_1:0', asJson({ id: actionId('signInAction'), bound: '$@9' }))),
      400,
    ],
    ['a type of content that is none', call('a', { 'content-type': ';;;=' }), 400],
    [
      'an action that a proxy names another host for',
      call('[null,null]', { ...PLAIN, 'x-forwarded-host': 'evil' }),
      200,
    ],
  ] as const)('Q-13 · %s is the fault of who sends it', async (_what, asked, status) => {
    expect(await statusOf('/login', asked)).toBe(status);
  });
});

describe('an action that the page does not hold', () => {
  it('ACC-12 · is answered, even for many calls of a user at once', async () => {
    const asked = call('[{"text":"x"}]', { ...PLAIN, 'next-action': actionId('previewArticleAction') });
    const calls = Array.from({ length: 40 }, () => statusOf('/workspace', asked));
    expect(await Promise.all(calls)).toEqual(Array(40).fill(200));
  });

  it('ACC-12 · is forwarded by a header that no answer shows', async () => {
    const headers = { cookie: cookies[1] ?? '' };
    const asked = call('[{"text":"x"}]', { ...PLAIN, ...headers, 'next-action': actionId('previewArticleAction') });
    for (const { headers: told, text } of [
      await server.ask('/workspace', { headers }),
      await server.ask('/workspace', asked),
    ])
      expect(JSON.stringify(told) + text).not.toContain('x-casebridge-let-in');
  });
});

describe('every route', () => {
  const routes = globSync('app/api/**/route.ts').filter((file) => !/health|ready/.test(file));

  it('is tried', () => expect(routes.length).toBeGreaterThan(9));

  it.each(routes)('Q-13 · %s answers any input without a fault', async (file) => {
    const exported: Record<string, Route> = await import(pathToFileURL(file).href);
    const [method = 'GET'] = Object.keys(exported).filter((name) => /^[A-Z]+$/.test(name));
    const { shapes = {} } = exported[method] ?? {};
    const sent = fc.record({
      who: fc.nat(cookies.length - 1),
      method: fc.oneof(
        { weight: 9, arbitrary: fc.constant(method) },
        fc.constantFrom('GET', 'POST', 'HEAD', 'PUT', 'OPTIONS'),
      ),
      segment: fc.oneof(fc.constantFrom(...known), fc.string(), fc.constantFrom('%', '%00', '%E0', '..', '%2e%2e')),
      query: nonsense(shapes.query, known),
      body: nonsense(shapes.body, known),
      type: fc.constantFrom(
        'application/json',
        'text/plain',
        'multipart/form-data',
        'multipart/form-data; boundary=X',
        ';',
      ),
    });
    await db().callCount.deleteMany();
    await fc.assert(
      fc.asyncProperty(sent, async ({ who, method: by, segment, query, body, type }) => {
        const last = /^[%.][\w%.]*$/.test(segment) ? segment : encodeURIComponent(segment.toWellFormed());
        const address = `/${path.dirname(file).slice('app/'.length)}`.replace(/\[\w+\]/, last);
        const asked = new URLSearchParams(asTexts(query)).toString().slice(0, 9_000);
        const headers = { 'content-type': type, cookie: cookies[who] ?? '' };
        const reads = by === 'GET' || by === 'HEAD' || by === 'OPTIONS';
        const { status } = await server.ask(`${address}?${asked}`, {
          method: by,
          headers,
          ...(!reads && { body: asJson(body) }),
        });
        expect(status).toBeLessThan(500);
      }),
      { numRuns: TRIES, endOnFailure: true },
    );
    expect(server.faults()).toEqual([]);
  });
});

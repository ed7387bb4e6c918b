import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { POST as listChanges } from '#app/api/list-changes/route.ts';
import { GET as listNumbers } from '#app/api/list-numbers/route.ts';
import type { Person } from '#lib/platform/actor.ts';
import { at } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { logContext } from '#lib/platform/log-context.ts';
import { found, Refusal, TookTooLong } from '#lib/platform/verdict.ts';
import { emptyAuditLog } from '#lib/testing/rewrite-history.ts';
import { world } from '#lib/testing/world.ts';
import { type Limit, limits } from './limits.ts';
import { route } from './route.ts';

const signedIn = vi.hoisted((): { actor: unknown } => ({ actor: null }));
vi.mock('#lib/session/current-actor.ts', () => ({
  currentSession: async () => signedIn.actor && { id: 'the-session', actor: signedIn.actor },
}));

const body = vi.fn(async (_call: unknown): Promise<unknown> => ({ found: 1 }));
const get = route({ permission: 'thing.see', limit: 'search', query: z.object({ q: z.string().max(5) }) }, body);
const post = route({ permission: 'thing.edit', limit: 'upload', body: z.object({ name: z.string() }) }, body);
const byId = route({ permission: 'thing.see', limit: 'download', params: z.object({ id: z.uuid() }) }, body);

const ID = '01935f3e-1111-7222-8333-444455556666';
const HERE = 'http://localhost:3000/api/thing';
const ask = (query = 'q=a') => get(new Request(`${HERE}?${query}`));
const send = (content: BodyInit | null, origin = 'http://localhost:3000') =>
  post(new Request(HERE, { method: 'POST', body: content, headers: { origin } }));
const open = (id: string) => byId(new Request(HERE), { params: Promise.resolve({ id }) });

const w = await world();

beforeEach(async () => {
  signedIn.actor = w.ava;
  body.mockClear();
  await db().callCount.deleteMany();
  await emptyAuditLog();
});

afterEach(() => body.mockReset().mockResolvedValue({ found: 1 }));

const audited = () => db().auditEntry.findMany({ where: { action: 'action.refused' } });

describe('the door of a route', () => {
  it('ACC-5 · checks the origin before sign-in, sign-in before shape, shape before the body', async () => {
    signedIn.actor = null;
    expect((await send('{', 'https://evil.example')).status).toBe(403);
    expect((await send('{')).status).toBe(401);
    signedIn.actor = w.ava;
    expect((await send('{')).status).toBe(400);
    expect(body).not.toHaveBeenCalled();
    expect((await send('{"name":"Ava"}')).status).toBe(200);
    expect(body.mock.calls).toMatchObject([[{ actor: { id: w.ava.id }, body: { name: 'Ava' } }]]);
  });

  it('POR-20 · a staff route does not exist for customers, and the other way round', async () => {
    const door = { permission: 'thing.see', limit: 'search' } as const;
    const of = (side?: 'customers' | 'both') => route(side ? { ...door, side } : door, body)(new Request(HERE));
    const statuses = async () => [(await of()).status, (await of('customers')).status, (await of('both')).status];
    expect(await statuses()).toEqual([200, 404, 200]);
    signedIn.actor = w.cora;
    expect(await statuses()).toEqual([404, 200, 200]);
  });

  it('ACC-5 · an unauthenticated request gets the answer that the route defines', async () => {
    signedIn.actor = null;
    const stream = route({ permission: 'thing.see', limit: 'stream', signedOut: 204 }, body);
    expect((await stream(new Request(HERE))).status).toBe(204);
    expect(body).not.toHaveBeenCalled();
  });

  it('Q-13 · a HEAD is answered like a GET, and its body is released', async () => {
    const cancel = vi.fn();
    body.mockResolvedValue(new Response(new ReadableStream({ cancel }), { status: 202, headers: { 'x-found': '1' } }));
    const answer = await get(new Request(`${HERE}?q=a`, { method: 'HEAD' }));
    expect([answer.status, answer.body, answer.headers.get('x-found')]).toEqual([202, null, '1']);
    expect(cancel).toHaveBeenCalledOnce();
    await ask();
    expect(cancel).toHaveBeenCalledOnce();
  });

  it('REC-5, Q-13 · an invalid query or body is answered 400, an invalid path parameter 404', async () => {
    const wrong = await ask('q=too-long');
    expect([wrong.status, await wrong.json()]).toMatchObject([400, { ok: false, rule: 'REC-5', field: 'q' }]);
    for (const content of [null, '', 'null', '[]', '{"name":7}', '\0', new Uint8Array([0xff, 0xfe])])
      expect((await send(content)).status).toBe(400);
    for (const id of ['', '..', `${ID}x`, '\0']) expect((await open(id)).status).toBe(404);
    expect((await open(ID)).status).toBe(200);
    expect(body).toHaveBeenCalledTimes(1);
  });

  it('Q-13 · a client that disconnects while sending is not an error', async () => {
    const cutOff = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode('{"name":')),
      pull: (controller) => controller.error(new Error('aborted')),
    });
    const sent: RequestInit & { duplex: 'half' } = { method: 'POST', body: cutOff, duplex: 'half' };
    expect((await post(new Request(HERE, sent))).status).toBe(400);
    expect(body).not.toHaveBeenCalled();
  });

  it('REL-16 · a missing or hidden record is not found and audited', async () => {
    body.mockImplementation(async () => found(null, 'CS0001001'));
    const answer = await ask();
    const message = 'There is no CS0001001 that you can see.';
    expect([answer.status, await answer.json()]).toEqual([404, { ok: false, rule: 'REL-16', message }]);
    expect(await audited()).toMatchObject([
      { actorId: w.ava.id, subject: 'thing.see', newValue: `REL-16: ${message}` },
    ]);
  });

  it('ACC-12 · a timeout is answered with 503, and is not logged as an attempt', async () => {
    body.mockRejectedValue(new TookTooLong('ACC-12', 'This takes too long.'));
    expect((await ask()).status).toBe(503);
    expect(await audited()).toEqual([]);
  });

  it.each([
    ['ACC-6', 403, 1],
    ['CASE-5', 422, 0],
  ])('ADM-12 · a refusal by %s is answered %i', async (rule, status, entries) => {
    body.mockRejectedValue(new Refusal(rule, 'No.', { field: 'q' }));
    const answer = await ask();
    expect([answer.status, await answer.json()]).toMatchObject([status, { ok: false, rule, field: 'q' }]);
    expect(await audited()).toHaveLength(entries);
  });

  it('ADM-12 · requests that browsers send automatically are not logged as attempts', async () => {
    const beat = route({ permission: 'thing.beat', limit: 'presence', audited: false }, async () =>
      found(null, 'record'),
    );
    expect((await beat(new Request(HERE))).status).toBe(404);
    expect(await audited()).toEqual([]);
  });

  it('REC-5 · an unexpected error is rethrown', async () => {
    body.mockRejectedValue(new Error('a secret of the database'));
    await expect(ask()).rejects.toThrow('a secret');
  });

  it('ACC-12 · responses are not cached, unless the body says otherwise', async () => {
    const cacheControl = async () => (await ask()).headers.get('cache-control');
    expect(await cacheControl()).toBe('private, no-store');
    body.mockRejectedValueOnce(new Refusal('ACC-6', 'No.'));
    expect(await cacheControl()).toBe('private, no-store');
    body.mockResolvedValueOnce(new Response('file', { headers: { 'cache-control': 'private, no-cache' } }));
    expect(await cacheControl()).toBe('private, no-cache');
  });

  it('ACC-12 · a body beyond the limit is not read to its end', async () => {
    let parts = 0;
    const endless = new ReadableStream<Uint8Array>(
      { pull: (controller) => controller.enqueue(new Uint8Array(100_000).fill(parts++ === 0 ? 0x22 : 0x20)) },
      { highWaterMark: 0 },
    );
    const sent: RequestInit & { duplex: 'half' } = { method: 'POST', body: endless, duplex: 'half' };
    expect((await post(new Request(HERE, sent))).status).toBe(413);
    expect(parts).toBeLessThan(8);
    expect(body).not.toHaveBeenCalled();
  });

  it('the response has the same request id as its log lines', async () => {
    body.mockImplementation(async () => logContext());
    const answer = await ask();
    expect((await answer.json()).requestId).toBe(answer.headers.get('x-request-id'));
  });
});

describe('the rate limit', () => {
  const NOON = new Date('2026-11-22T12:00:18Z');
  const used = (actor: Person, limit: Limit, calls: number) =>
    db().callCount.create({ data: { personId: actor.id, limit, minute: NOON.getTime() / 60_000 - 0.3, calls } });

  it('ACC-12 · counts calls per user and limit; calls over the limit are answered 429 with the seconds to wait', async () => {
    await used(w.ava, 'search', limits.search - 1);
    expect((await at(NOON, () => ask())).status).toBe(200);
    const answer = await at(NOON, () => ask());
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '42']);
    expect(await answer.json()).toMatchObject({
      ok: false,
      rule: 'ACC-12',
      message: expect.stringContaining('42 seconds'),
    });
    expect((await at(NOON, () => send('{"name":"x"}'))).status).toBe(200);
    signedIn.actor = w.pat;
    expect((await at(NOON, () => ask())).status).toBe(200);
    expect(body).toHaveBeenCalledTimes(3);
  });

  it('ACC-12 · malformed calls are counted as well', async () => {
    for (const query of ['q=too-long', '']) await at(NOON, () => ask(query));
    expect(await db().callCount.findMany()).toMatchObject([{ limit: 'search', calls: 2 }]);
    expect(body).not.toHaveBeenCalled();
  });

  it('ACC-12, ADM-12 · the first call over the limit per minute is in the audit log, the others are not', async () => {
    await used(w.ava, 'search', limits.search);
    for (let call = 0; call < 3; call++) expect((await at(NOON, () => ask())).status).toBe(429);
    expect(await audited()).toMatchObject([
      { subject: 'thing.see', newValue: expect.stringMatching(/^ACC-12: more than 120/) },
    ]);
  });

  it('ACC-12 · restarts every minute, across all servers', async () => {
    await used(w.ava, 'search', limits.search);
    const next = new Date(NOON.getTime() + 42_000);
    expect((await at(next, () => ask())).status).toBe(200);
    // A server whose clock is slightly behind counts into the minute that has already begun.
    await at(NOON, () => ask());
    expect(await db().callCount.findMany()).toMatchObject([{ minute: next.getTime() / 60_000, calls: 2 }]);
  });

  it('ACC-12 · simultaneous calls are counted one by one', async () => {
    await used(w.ava, 'search', limits.search - 3);
    const answers = await at(NOON, () => Promise.all(Array.from({ length: 8 }, () => ask())));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
  });
});

it.each([
  [
    'the numbers of a list',
    (query: string) => listNumbers(new Request(`${HERE}?${new URLSearchParams({ kind: 'case', query })}`)),
  ],
  [
    'the changes of a list',
    (query: string) => {
      const input = { kind: 'case', query, changed: [ID], shown: [] };
      return listChanges(
        new Request(HERE, { method: 'POST', body: JSON.stringify(input), headers: { origin: new URL(HERE).origin } }),
      );
    },
  ],
])('ACC-12 · %s count as a search if the list is filtered by words', async (_what, ask) => {
  const searches = () => db().callCount.count({ where: { personId: w.ava.id, limit: 'search' } });
  for (const query of ['', 'active=yes', 'q=', 'q=+']) expect((await ask(query)).status).toBe(200);
  expect(await searches()).toBe(0);
  expect((await ask('q=cable')).status).toBe(200);
  expect(await searches()).toBe(1);
  await db().callCount.updateMany({ data: { calls: limits.search + 1, minute: 2 ** 31 - 1 } });
  expect((await ask('q=cable')).status).toBe(429);
});

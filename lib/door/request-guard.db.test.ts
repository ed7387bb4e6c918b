import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { encode } from 'next-auth/jwt';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '#lib/platform/db.ts';
import { authSecret } from '#lib/platform/env.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { startSession } from '#lib/session/sessions.ts';
import { givenUser } from '#lib/user/testing/people.ts';
import { limits } from './limits.ts';
import { enterOwnCode } from './own-code.ts';
import { guardRequests } from './request-guard.ts';

/** What stands behind the guard: says what came to it. */
const behind = vi.fn(async (body: string) => `${body.length} characters`);
let server: Server;
let address: string;
let user: { id: string };
let cookie: string;

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    response.end(await behind(Buffer.concat(parts).toString()));
  } catch {
    response.statusCode = 500;
    response.end();
  }
}

beforeAll(async () => {
  guardRequests();
  server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  user = await givenUser();
  const sid = await transaction((tx) => startSession(tx, user.id));
  cookie = `other=1; next-auth.session-token=${await encode({ secret: authSecret(), token: { sid } })}`;
});

afterAll(() => server.close());
beforeEach(() => {
  behind.mockClear();
});

const send = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${address}/login`, { method: 'POST', body, headers });

describe('the guard of requests', () => {
  it('ACC-12 · a body comes through whole, or not at all', async () => {
    expect(await (await send('한'.repeat(20_000))).text()).toBe('20000 characters');
    expect((await send('x'.repeat(64_001))).status).toBe(413);
    expect(await (await send('x'.repeat(512_000), { cookie })).text()).toBe('512000 characters');
    expect((await send('x'.repeat(512_001), { cookie })).status).toBe(413);
    expect((await send('x'.repeat(64_001), { cookie: cookie.slice(0, -4) })).status).toBe(413);
    expect(behind).toHaveBeenCalledTimes(2);
  });

  it('Q-13 · a call that fails before our own code is reached is the fault of who sent it, later it is ours', async () => {
    behind.mockRejectedValueOnce(new Error('not decoded'));
    expect((await send('{', { 'next-action': 'a' })).status).toBe(400);
    behind.mockImplementationOnce(async () => {
      enterOwnCode();
      throw new Error('broken');
    });
    expect((await send('{', { 'next-action': 'a' })).status).toBe(500);
    behind.mockRejectedValueOnce(new Error('broken'));
    expect((await fetch(`${address}/login`)).status).toBe(500);
  });

  it('ACC-12 · a page that is asked with words counts as a search of who asks, and is refused above the limit', async () => {
    const page = (path: string, headers = { cookie }) => fetch(`${address}${path}`, { headers });
    const counted = async () => (await db().callCount.findFirst({ where: { personId: user.id } }))?.calls ?? 0;
    for (const path of ['/workspace/cases', '/workspace/cases?q=', '/workspace/cases?q=+', '/api/search?q=a'])
      expect((await page(path)).status).toBe(200);
    expect(await counted()).toBe(0);
    for (const path of ['/workspace/search?q=a', '/workspace/cases?q=a', '/admin/users?q=a'])
      expect((await page(path)).status).toBe(200);
    expect(await counted()).toBe(3);
    // Whichever minute it is by now.
    await db().callCount.updateMany({ data: { calls: limits.search + 1, minute: 2 ** 31 - 1 } });
    const refused = await page('/workspace/search?q=a');
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect((await page('/workspace/search?q=a', { cookie: '' })).status).toBe(200);
  });

  it.each([
    ['by another method', 'POST', '/workspace/search?q=a', (own: string) => own],
    ['by a way around', 'GET', '/api/../workspace/search?q=a', (own: string) => own],
    ['by an encoded way around', 'GET', '/api/%2e%2e/workspace/search?q=a', (own: string) => own],
    ['after a second question mark', 'GET', '/workspace/search?x=1?&q=a', (own: string) => own],
    ['as a second value', 'GET', '/workspace/search?q=&q=a', (own: string) => own],
    ['behind another cookie', 'GET', '/workspace/search?q=a', (own: string) => `next-auth.session-token=x; ${own}`],
    [
      'with an encoded cookie',
      'GET',
      '/workspace/search?q=a',
      (own: string) => own.replace('session-token=e', 'session-token=%65'),
    ],
  ])('ACC-12 · words that are sent %s count as a search all the same', async (_how, method, path, cookies) => {
    await db().callCount.deleteMany();
    const { port } = server.address() as AddressInfo;
    const asked = request({ port, path, method, headers: { cookie: cookies(cookie) }, agent: false });
    asked.end();
    const [answered] = (await once(asked, 'response')) as [IncomingMessage];
    answered.resume();
    expect(answered.statusCode).toBe(200);
    expect((await db().callCount.findFirst({ where: { personId: user.id } }))?.calls).toBe(1);
  });
});

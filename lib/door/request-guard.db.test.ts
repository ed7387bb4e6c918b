import { subscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { encode } from 'next-auth/jwt';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '#lib/platform/db.ts';
import { authSecret } from '#lib/platform/env.ts';
import { enterOwnCode } from '#lib/platform/request-progress.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { startSession } from '#lib/session/sessions.ts';
import { givenUser } from '#lib/user/testing/people.ts';
import { limits } from './limits.ts';
import { guardRequests } from './request-guard.ts';

/** The listener behind the guard. It reports what it received. */
const behind = vi.fn(async (body: string, _headers: IncomingHttpHeaders) => `${body.length} characters`);
let server: Server;
let address: string;
let user: { id: string };
let cookie: string;
/** How many requests of this process have started. */
let begunRequests = 0;

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    response.end(await behind(Buffer.concat(parts).toString(), request.headers));
  } catch {
    response.statusCode = 500;
    response.end();
  }
}

beforeAll(async () => {
  guardRequests();
  subscribe('http.server.request.start', () => {
    begunRequests += 1;
  });
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

const CHUNKED = 'POST /login HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n';

/** Sends exactly these bytes over a separate connection. */
function raw(bytes: string, to = server) {
  const socket = connect((to.address() as AddressInfo).port, '127.0.0.1');
  let text = '';
  socket.on('data', (part) => (text += part)).on('error', () => {});
  socket.write(bytes);
  return {
    text: () => text,
    /** The whole response until the connection ends. */
    answer: once(socket, 'end').then(() => text),
    send: (more: string) => socket.write(more),
    isOpen: () => !socket.destroyed && !socket.readableEnded,
    hangUp: () => socket.destroy(),
    stopReading: () => socket.pause(),
  };
}

const connections = () => promisify(server.getConnections.bind(server))();

describe('the guard of requests', () => {
  it('ACC-12 · a body arrives complete or not at all', async () => {
    expect(await (await send('한'.repeat(20_000))).text()).toBe('20000 characters');
    expect((await send('x'.repeat(64_001))).status).toBe(413);
    expect(await (await send('x'.repeat(512_000), { cookie })).text()).toBe('512000 characters');
    expect((await send('x'.repeat(512_001), { cookie })).status).toBe(413);
    expect((await send('x'.repeat(64_001), { cookie: cookie.slice(0, -4) })).status).toBe(413);
    expect(behind).toHaveBeenCalledTimes(2);
  });

  it('ACC-12 · a call without a session is limited to eight kilobytes, because it is decoded before authentication', async () => {
    const call = { 'next-action': 'a' };
    expect((await send('"'.padEnd(8_000), call)).status).toBe(200);
    expect((await send('"'.padEnd(8_001), call)).status).toBe(413);
    expect((await send('"'.padEnd(8_001), { 'content-type': 'multipart/form-data; boundary=X' })).status).toBe(413);
    expect((await send('"'.padEnd(8_001), { ...call, cookie })).status).toBe(200);
    expect(behind).toHaveBeenCalledTimes(2);
  });

  it('ACC-12 · an address of more parameters than any page has is refused before the framework looks at them', async () => {
    const withParameters = (count: number) => fetch(`${address}/login?${Array(count).fill('=').join('&')}`);
    expect((await withParameters(200)).status).toBe(200);
    expect((await withParameters(201)).status).toBe(400);
    expect((await withParameters(4_000)).status).toBe(400);
    expect(behind).toHaveBeenCalledTimes(1);
  });

  it('ACC-12 · data nested deeper than any form is refused before parsing, with or without a session', async () => {
    const sorts: Record<string, string>[] = [{}, { 'next-action': 'a' }, { 'next-action': 'a', cookie }, { cookie }];
    for (const headers of sorts) expect((await send('['.repeat(4_000) + ']'.repeat(4_000), headers)).status).toBe(400);
    expect(behind).not.toHaveBeenCalled();
  });

  it('ACC-12 · a body sent byte by byte arrives complete', async () => {
    const inParts = (count: number) => raw(`${CHUNKED}${'1\r\nx\r\n'.repeat(count)}0\r\n\r\n`);
    expect(await inParts(64_000).answer).toContain('64000 characters');
    expect(await inParts(64_001).answer).toContain('413');
  });

  it.each([
    ['announced', `POST /login HTTP/1.1\r\nHost: a\r\nContent-Length: 64001\r\n\r\n`, 0],
    ['not announced', CHUNKED, 64_001],
  ])(
    'ACC-12 · without a session more than 64 kB, %s, is refused as soon as it is detected',
    async (_how, begin, sent) => {
      const part = sent ? `${sent.toString(16)}\r\n${'x'.repeat(sent)}\r\n` : '';
      expect(await raw(begin + part).answer).toContain('413');
      expect(behind).not.toHaveBeenCalled();
    },
  );

  it('ACC-12 · a body that takes longer than half a minute is refused', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const slow = raw(`${CHUNKED}1\r\nx\r\n`);
    await expect.poll(() => vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(29_999);
    expect(slow.text()).toBe('');
    vi.advanceTimersByTime(1);
    await expect.poll(slow.text).toContain('408');
    vi.useRealTimers();
    slow.hangUp();
  });

  it('ACC-12 · a client that still sends after the response is read for five more seconds', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const stub = createServer((_request, response) => response.writeHead(401).end());
    stub.listen(0, '127.0.0.1');
    await once(stub, 'listening');
    const upload = raw('POST /api/attachments HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nx', stub);
    await expect.poll(upload.text).toContain('401');
    vi.advanceTimersByTime(4_999);
    expect(upload.isOpen()).toBe(true);
    vi.advanceTimersByTime(1);
    await expect.poll(upload.isOpen).toBe(false);
    vi.useRealTimers();
    stub.close();
  });

  it('ACC-12 · of a hundred slow bodies without a session the first is dropped; a signed-in user is not affected', async () => {
    const before = begunRequests;
    const begun = (headers = '') => raw(`POST /a HTTP/1.1\r\nHost: a\r\n${headers}Content-Length: 9\r\n\r\nx`);
    const own = begun(`Cookie: ${cookie}\r\n`);
    const first = begun();
    await expect.poll(() => begunRequests - before).toBe(2);
    const others = Array.from({ length: 99 }, () => begun());
    await expect.poll(() => begunRequests - before).toBe(101);
    expect(first.text()).toBe('');
    expect(await (await send('a whole body')).text()).toBe('12 characters');
    await expect.poll(first.text).toContain('503');
    for (const each of [own, ...others]) {
      expect(each.text()).toBe('');
      each.send('12345678');
    }
    await expect.poll(() => behind.mock.calls.filter(([body]) => body === 'x12345678').length).toBe(100);
    for (const each of [own, first, ...others]) each.hangUp();
  });

  it('ACC-12 · of twenty slow bodies of one session the first makes room, and for no other', async () => {
    const before = begunRequests;
    const begun = (own: string) => raw(`POST /a HTTP/1.1\r\nHost: a\r\nCookie: ${own}\r\nContent-Length: 9\r\n\r\nx`);
    const first = begun(cookie);
    await expect.poll(() => begunRequests - before).toBe(1);
    const others = Array.from({ length: 19 }, () => begun(cookie));
    await expect.poll(() => begunRequests - before).toBe(20);
    expect(first.text()).toBe('');
    const stranger = begun('a=b');
    await expect.poll(() => begunRequests - before).toBe(21);
    const next = begun(cookie);
    await expect.poll(first.text).toContain('503');
    for (const each of [...others, stranger, next]) expect(each.text()).toBe('');
    for (const each of [first, ...others, stranger, next]) each.hangUp();
  });

  it('ACC-12 · a user who floods us with slow bodies loses only their own', async () => {
    vi.stubEnv('TRUST_PROXY', '1');
    const before = begunRequests;
    const from = (source: string) =>
      raw(`POST /a HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: ${source}\r\nContent-Length: 9\r\n\r\nx`);
    const honest = [from('192.0.2.7'), from('192.0.2.8')];
    await expect.poll(() => begunRequests - before).toBe(2);
    const flood: ReturnType<typeof from>[] = [];
    for (let sent = 0; sent < 120; sent++) flood.push(from('198.51.100.1'));
    await expect.poll(() => flood.filter((each) => each.text().includes('503')).length).toBe(22);
    for (const each of honest) expect(each.text()).toBe('');
    for (const each of [...honest, ...flood]) each.hangUp();
    vi.unstubAllEnvs();
  });

  it('ACC-12 · a request whose sender disconnects frees its slot immediately', async () => {
    const before = begunRequests;
    const gone = Array.from({ length: 100 }, () => raw(`${CHUNKED}1\r\nx\r\n`));
    await expect.poll(() => begunRequests - before).toBe(100);
    const waits = raw(`${CHUNKED}1\r\nx\r\n`);
    for (const each of gone) each.hangUp();
    await expect.poll(connections).toBe(1);
    expect(await (await send('a whole body')).text()).toBe('12 characters');
    expect(waits.text()).toBe('');
    waits.hangUp();
  });

  it('Q-13 · the very first request of a server is guarded, one for another protocol too', async () => {
    const late = createServer((_request, response) => response.end('as if it had not asked'));
    late.on('upgrade', () => {});
    late.listen(0, '127.0.0.1');
    await once(late, 'listening');
    const upgrade = 'GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\n\r\n';
    const asked = raw(upgrade, late);
    await expect.poll(asked.text).toContain('as if it had not asked');
    expect(asked.text()).toContain('x-frame-options: DENY');
    expect(late.headersTimeout).toBe(15_000);
    asked.hangUp();
    late.close();
  });

  it('Q-13 · a call that fails before our code runs is a client error, later a server error', async () => {
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

  it('ACC-12 · a page requested with search words counts as a search, and is refused above the limit', async () => {
    const page = (path: string, headers = { cookie }) => fetch(`${address}${path}`, { headers });
    const counted = async () => (await db().callCount.findFirst({ where: { personId: user.id } }))?.calls ?? 0;
    for (const path of ['/workspace/cases', '/workspace/cases?q=', '/workspace/cases?q=+', '/api/search?q=a'])
      expect((await page(path)).status).toBe(200);
    expect(await counted()).toBe(0);
    for (const path of [
      '/workspace/search?q=a',
      '/workspace/cases?q=a',
      '/admin/users?q=a',
      '/admin/audit?subject=a',
      '/admin/audit?person=a',
    ])
      expect((await page(path)).status).toBe(200);
    expect(await counted()).toBe(5);
    // In the future, so that the current minute does not matter.
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
      'before one that is no text',
      'GET',
      '/workspace/search?q=a',
      (own: string) => `${own}; next-auth.session-token=%ZZ`,
    ],
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

  it('ACC-12 · ten pages of a person are drawn at once, more wait for their turn; files and others do not wait', async () => {
    const drawing: (() => void)[] = [];
    behind.mockImplementation(async () => {
      await new Promise<void>((end) => drawing.push(end));
      return 'drawn';
    });
    const page = (path: string, headers: Record<string, string> = { cookie }) =>
      fetch(`${address}${path}`, { headers });
    const pages = [
      ...Array.from({ length: 10 }, (_, n) => page(`/workspace/cases?page=${n}`)),
      // The framework also renders pages under this address, and runs actions at any address.
      page('/_next/data/build/workspace/cases.json'),
      page('/api/none', { cookie, 'next-action': 'x' }),
    ];
    await expect.poll(() => drawing.length).toBe(10);
    const others = [page('/api/health'), page('/_next/static/a.js'), page('/login', {})];
    await expect.poll(() => drawing.length).toBe(13);
    for (const end of drawing.splice(0, 10)) end();
    await expect.poll(() => drawing.length).toBe(5);
    for (const end of drawing.splice(0)) end();
    expect((await Promise.all([...pages, ...others])).map(({ status }) => status)).toEqual(Array(15).fill(200));
    behind.mockReset().mockImplementation(async (body: string) => `${body.length} characters`);
  });

  it('ACC-12 · four data calls of a user are answered at once; open connections do not wait', async () => {
    const answering: (() => void)[] = [];
    behind.mockImplementation(async () => {
      await new Promise<void>((end) => answering.push(end));
      return 'answered';
    });
    const call = (path: string) => fetch(`${address}${path}`, { headers: { cookie } });
    const calls = ['timeline', 'list-numbers', 'watchers', 'inbox', 'inbox/unread', 'search', 'events/none/../../x'];
    const waiting = calls.map((name) => call(`/api/${name}`));
    await expect.poll(() => answering.length).toBe(4);
    const others = ['events', 'attachments', 'attachments/1', 'export/cases', 'health', 'ready', 'session'];
    const beside = [...others.map((name) => call(`/api/${name}`)), call('/workspace')];
    await expect.poll(() => answering.length).toBe(12);
    for (const end of answering.splice(0)) end();
    await expect.poll(() => answering.length).toBe(3);
    for (const end of answering.splice(0)) end();
    expect((await Promise.all([...waiting, ...beside])).map(({ status }) => status)).toEqual(Array(15).fill(200));
    behind.mockReset().mockImplementation(async (body: string) => `${body.length} characters`);
  });

  it('ACC-12 · twenty files of a user are sent at once, and a request that waits too long is refused until later', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const sending: (() => void)[] = [];
    behind.mockImplementation(async () => {
      await new Promise<void>((end) => sending.push(end));
      return 'sent';
    });
    const file = (path: string) => fetch(`${address}${path}`, { headers: { cookie } });
    const timers = vi.getTimerCount();
    const files = Array.from({ length: 20 }, (_, n) => file(`/api/attachments/${n}`));
    await expect.poll(() => sending.length).toBe(20);
    const late = [file('/api/attachments/20'), file('/api/%61ttachments/21')];
    await expect.poll(() => vi.getTimerCount() - timers).toBeGreaterThanOrEqual(2);
    const page = file('/workspace');
    await expect.poll(() => sending.length).toBe(21);
    vi.advanceTimersByTime(20_000);
    for (const { status, headers } of await Promise.all(late))
      expect([status, headers.get('retry-after')]).toEqual([429, '5']);
    vi.useRealTimers();
    for (const end of sending.splice(0)) end();
    expect((await Promise.all([...files, page])).map(({ status }) => status)).toEqual(Array(21).fill(200));
    behind.mockReset().mockImplementation(async (body: string) => `${body.length} characters`);
  });

  it('ACC-12 · a response that the client does not read is aborted after a minute, others are not', async () => {
    let [open, sent] = [0, 0];
    const files = createServer((_request, response) => {
      open += 1;
      response.on('close', () => (open -= 1));
      // More than the buffers of a connection can hold.
      Readable.from(Array(400).fill(Buffer.alloc(100_000)))
        .pipe(response)
        .on('finish', () => (sent += 1));
    });
    files.on('connection', (socket) => {
      // Shortens a minute to two seconds.
      const until = socket.setTimeout.bind(socket);
      const deferred = (ms: number, heard?: () => void) => until(ms === 60_000 ? 2_000 : ms, heard);
      Object.assign(socket, { setTimeout: deferred });
    });
    files.listen(0, '127.0.0.1');
    await once(files, 'listening');
    const get = 'GET /api/attachments/1 HTTP/1.1\r\nHost: a\r\n\r\n';
    const unread = raw(get, files);
    unread.stopReading();
    const read = raw(get, files);
    await expect.poll(() => [open, sent], { timeout: 60_000 }).toEqual([0, 1]);
    read.hangUp();
    files.close();
  });

  it('ACC-12 · requests that the framework forwards to itself use the slot of the page', async () => {
    const headersOf = (headers: IncomingHttpHeaders) =>
      Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
    let begun = 0;
    behind.mockImplementation(async (body, headers) => {
      if (body === 'inner') return 'answered';
      begun += 1;
      // All turns are taken before any of these requests is forwarded.
      await expect.poll(() => begun).toBeGreaterThanOrEqual(10);
      const { connection: _ours, 'content-length': _outer, ...forwarded } = headersOf(headers);
      return (await send('inner', forwarded)).text();
    });
    const answers = await Promise.all(Array.from({ length: 20 }, () => send('outer', { cookie })));
    expect(await Promise.all(answers.map((each) => each.text()))).toEqual(Array(20).fill('answered'));
    behind.mockReset().mockImplementation(async (body: string) => `${body.length} characters`);
  });

  it('ACC-12 · no client can claim that a request is forwarded', async () => {
    const heard: IncomingHttpHeaders[] = [];
    const drawing: (() => void)[] = [];
    behind.mockImplementation(async (_body, headers) => {
      heard.push(headers);
      await new Promise<void>((end) => drawing.push(end));
      return 'drawn';
    });
    const names = ['x-casebridge-let-in', 'x-action-forwarded'];
    const claims = { cookie, ...Object.fromEntries(names.map((name) => [name, '1'])) };
    const pages = Array.from({ length: 12 }, () => send('', claims));
    await expect.poll(() => drawing.length).toBe(10);
    expect(heard.map((headers) => headers['x-casebridge-let-in'])).not.toContain('1');
    for (const end of drawing.splice(0)) end();
    await expect.poll(() => drawing.length).toBe(2);
    for (const end of drawing.splice(0)) end();
    expect((await Promise.all(pages)).map(({ status }) => status)).toEqual(Array(12).fill(200));
    behind.mockReset().mockImplementation(async (body: string) => `${body.length} characters`);
  });

  it.each([
    ['is none', 400, 'nonsense\r\n\r\n'],
    ['has too long headers', 431, `GET / HTTP/1.1\r\nHost: a\r\nX-Long: ${'x'.repeat(40_000)}\r\n\r\n`],
    ['names no host', 400, 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n'],
    ['asks for a tunnel', 405, 'CONNECT bank.example:443 HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['expects what is not there', 417, 'GET / HTTP/1.1\r\nHost: a\r\nExpect: a miracle\r\n\r\n'],
  ])('Q-15 · a request that %s is answered %i with the headers of every answer', async (_what, status, bytes) => {
    const answered = (await raw(bytes).answer).toLowerCase();
    expect(answered).toContain(`http/1.1 ${status} `);
    expect(answered).toContain("content-security-policy: default-src 'none'");
    expect(answered).toContain('x-content-type-options: nosniff');
    expect(behind).not.toHaveBeenCalled();
  });
});

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { logContext, withLogContext } from '#lib/platform/log-context.ts';
import { giveRequestIds, withRequestId } from './request-id.ts';

beforeAll(giveRequestIds);
afterEach(() => vi.unstubAllEnvs());

/** The request id in the server and in the response, if the client claims one. */
async function named(claim: string) {
  const server = createServer((_request, response) => {
    void Promise.resolve().then(() => response.end(logContext().requestId));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}`, { headers: { 'x-request-id': claim } });
  const names = { inside: await answer.text(), outside: answer.headers.get('x-request-id') };
  server.close();
  return names;
}

describe('the name of a request', () => {
  it('is set by the server, available to all its code, and returned in the response', async () => {
    const [first, second] = [await named('mine'), await named('mine')];
    expect(first.inside).toMatch(/^[0-9a-f-]{36}$/);
    expect(first.outside).toBe(first.inside);
    expect(second.inside).not.toBe(first.inside);
  });

  it('is taken from a trusted proxy, if it is well-formed', async () => {
    vi.stubEnv('TRUST_PROXY', '1');
    expect(await named('from-the.proxy:7')).toEqual({ inside: 'from-the.proxy:7', outside: 'from-the.proxy:7' });
    expect((await named('{"level":"error"}')).inside).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('is kept by a route, or created there', async () => {
    const answer = async () => new Response(logContext().requestId ?? 'none');
    const known = await withLogContext({ requestId: 'known' }, () => withRequestId(answer));
    expect([await known.text(), known.headers.get('x-request-id')]).toEqual(['known', 'known']);
    const unknown = await withRequestId(answer);
    expect(await unknown.text()).toBe(unknown.headers.get('x-request-id'));
  });
});

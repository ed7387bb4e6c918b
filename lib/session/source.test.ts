import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { believeOnlyTheSocket, sourceOf } from './source.ts';

afterEach(() => vi.unstubAllEnvs());

/** What a server takes for the source of a request that claims to come from somewhere. */
async function sourceOfClaim(claim: string): Promise<string> {
  const server = createServer((request, response) => {
    // Next does the same before it hands the headers on.
    request.headers['x-forwarded-for'] ??= request.socket.remoteAddress;
    response.end(sourceOf(new Headers({ 'x-forwarded-for': String(request.headers['x-forwarded-for']) })));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}`, { headers: { 'x-forwarded-for': claim } });
  server.close();
  return answer.text();
}

test('ACC-3 · behind a proxy the source is what the proxy added last; without one nobody is believed', async () => {
  vi.stubEnv('TRUST_PROXY', '1');
  believeOnlyTheSocket();
  expect(await sourceOfClaim('192.0.2.7, 192.0.2.8')).toBe('192.0.2.8');
  vi.stubEnv('TRUST_PROXY', '');
  believeOnlyTheSocket();
  expect(await sourceOfClaim('192.0.2.7, 192.0.2.8')).toBe('127.0.0.1');
});

test('ACC-3 · a request without any address has one source all the same', () => {
  expect(sourceOf(new Headers())).toBe('unknown');
});

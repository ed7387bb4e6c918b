import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { clientAddress, stripForwardedFor } from './client-address.ts';

afterEach(() => vi.unstubAllEnvs());

/** The address that a server sees for a request with this X-Forwarded-For. */
async function sourceOfClaim(claim: string): Promise<string> {
  const server = createServer((request, response) => {
    // Next does the same before it passes the headers on.
    request.headers['x-forwarded-for'] ??= request.socket.remoteAddress;
    response.end(clientAddress(new Headers({ 'x-forwarded-for': String(request.headers['x-forwarded-for']) })));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}`, { headers: { 'x-forwarded-for': claim } });
  server.close();
  return answer.text();
}

test.each(['', '0'])(
  'ACC-3 · behind a proxy the source is the last address that it added; TRUST_PROXY=%s trusts no header',
  async (value) => {
    vi.stubEnv('TRUST_PROXY', '1');
    stripForwardedFor();
    expect(await sourceOfClaim('192.0.2.7, 192.0.2.8')).toBe('192.0.2.8');
    vi.stubEnv('TRUST_PROXY', value);
    stripForwardedFor();
    expect(await sourceOfClaim('192.0.2.7, 192.0.2.8')).toBe('127.0.0.1');
  },
);

test.each([
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['192.0.2.7', '192.0.2.7'],
])('ACC-3 · the source of %s is %s', (address, source) => {
  expect(clientAddress(new Headers({ 'x-forwarded-for': address }))).toBe(source);
});

test('ACC-3 · a request without any address has one source all the same', () => {
  expect(clientAddress(new Headers())).toBe('unknown');
});

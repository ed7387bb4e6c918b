import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';
import { trustsProxy } from '#lib/platform/env.ts';

/**
 * ACC-3 · where a request comes from: the socket's address, or with TRUST_PROXY=1 what the reverse proxy added to
 * X-Forwarded-For last. Server actions see no socket, so Next puts the socket's address into that header where a request
 * comes without it, and `stripForwardedFor` makes sure that it does.
 */
export function clientAddress(headers: Headers): string {
  return networkOf(headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown');
}

/** The same of a request that has just begun. */
export function addressOf({ headers, socket }: IncomingMessage): string {
  const said = trustsProxy() ? headers['x-forwarded-for'] : undefined;
  return clientAddress(new Headers({ 'x-forwarded-for': String(said ?? socket.remoteAddress ?? '') }));
}

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** Whoever has one IPv6 address has all of its /64. An IPv4 address stays itself, also where it is written as one of IPv6. */
export function networkOf(address: string): string {
  const mapped = MAPPED.exec(address)?.[1];
  if (mapped || !isIPv6(address)) return mapped ?? address;
  return `${groupsOf(address).slice(0, 4).join(':')}::/64`;
}

/** The eight groups of an IPv6 address, each in its shortest form, as the URL parser writes them. */
function groupsOf(address: string): string[] {
  const { hostname } = new URL(`http://[${address.replace(/%.*/, '')}]`);
  const groups = (part = '') => part.split(':').filter(Boolean);
  const [start, end] = hostname.slice(1, -1).split('::');
  const zeros = Array.from({ length: 8 - groups(start).length - groups(end).length }, () => '0');
  return [...groups(start), ...zeros, ...groups(end)];
}

/** Drops what clients claim about their address, before Next sees it, unless a proxy is trusted. Call once, at the start. */
export function stripForwardedFor(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    if (!trustsProxy()) delete request.headers['x-forwarded-for'];
  });
}

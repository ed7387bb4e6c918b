import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';
import { trustsProxy } from '#lib/platform/env.ts';

/**
 * ACC-3 · The client's address: the socket's, or with TRUST_PROXY=1 the last entry of X-Forwarded-For, which the proxy added.
 * Server actions see no socket. Next puts the socket's address into that header if it is missing, and `stripForwardedFor`
 * ensures that it is.
 */
export function clientAddress(headers: Headers): string {
  return networkOf(headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown');
}

/** The same for a raw request that the framework has not processed yet. */
export function addressOf({ headers, socket }: IncomingMessage): string {
  const forwardedFor = trustsProxy() ? headers['x-forwarded-for'] : undefined;
  return clientAddress(new Headers({ 'x-forwarded-for': String(forwardedFor ?? socket.remoteAddress ?? '') }));
}

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** A client with one IPv6 address usually has its whole /64, so count that. IPv4-mapped addresses become IPv4. */
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

/** Removes client-supplied X-Forwarded-For before Next reads it, unless a proxy is trusted. Call once, at startup. */
export function stripForwardedFor(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    if (!trustsProxy()) delete request.headers['x-forwarded-for'];
  });
}

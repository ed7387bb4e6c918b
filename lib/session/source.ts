import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/**
 * ACC-3 · where a request comes from: the socket's address, or with TRUST_PROXY=1 what the reverse proxy added to
 * X-Forwarded-For last. Server actions see no socket, so Next puts the socket's address into that header where a request
 * comes without it, and `believeOnlyTheSocket` makes sure that it does.
 */
export function sourceOf(headers: Headers): string {
  return headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown';
}

/** Drops what clients claim about their address, before Next sees it, unless a proxy is trusted. Call once, at the start. */
export function believeOnlyTheSocket(): void {
  if (process.env.TRUST_PROXY) return;
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    delete request.headers['x-forwarded-for'];
  });
}

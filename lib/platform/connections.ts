import { subscribe } from 'node:diagnostics_channel';
import type { Server } from 'node:http';
import { onStop } from './lifecycle.ts';

const EVERY = 100;

/**
 * A stopping server accepts no new connections, but a browser may reuse an open one: an event stream that was just closed
 * would reconnect over it and delay the stop. So idle connections are closed once the stop begins.
 */
export function closeIdleConnectionsOnStop(): void {
  const servers = new Set<Server>();
  subscribe('http.server.request.start', (message) => {
    servers.add((message as { server: Server }).server);
  });
  onStop('connections', () => {
    setInterval(() => {
      for (const server of servers) server.closeIdleConnections();
    }, EVERY).unref();
  });
}

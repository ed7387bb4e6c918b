import { subscribe } from 'node:diagnostics_channel';
import type { Server } from 'node:http';
import { onStop } from './lifecycle.ts';

const EVERY = 100;

/**
 * A server that stops listens no more, but a browser may still ask over a connection that it has kept: an event stream
 * that was just closed would come back over it and hold the server up. So from the stop on, idle connections are closed.
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

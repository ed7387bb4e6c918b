import type { Instrumentation } from 'next';
import { giveRequestIds } from '#lib/door/request-id.ts';
import { startWorker } from '#lib/jobs/worker.ts';
import { startPresence } from '#lib/live/presence.ts';
import { closeIdleConnectionsOnStop } from '#lib/platform/connections.ts';
import { announceServing, stopInOrder } from '#lib/platform/lifecycle.ts';
import { log } from '#lib/platform/log.ts';
import { logConsole } from '#lib/platform/log-console.ts';
import { logMemory } from '#lib/platform/memory-log.ts';
import { stripForwardedFor } from '#lib/session/client-address.ts';

/** What a server process runs besides answering requests. Each part registers with `onStop` how it ends. */
export async function startServer(): Promise<void> {
  logConsole();
  stopInOrder();
  closeIdleConnectionsOnStop();
  stripForwardedFor();
  giveRequestIds();
  startPresence();
  await startWorker();
  logMemory();
  announceServing();
}

/** A fault of ours that a request ran into. What stands behind the question mark stays out of the log: it may be secret. */
export const logRequestError: Instrumentation.onRequestError = (error, { method, path }, { routeType, routePath }) => {
  log.error({ err: error, method, path: path.split('?')[0], routeType, routePath }, 'A request failed');
};

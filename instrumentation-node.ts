import type { Instrumentation } from 'next';
import { guardRequests } from '#lib/door/request-guard.ts';
import { giveRequestIds } from '#lib/door/request-id.ts';
import { startWorker } from '#lib/jobs/worker.ts';
import { startPresence } from '#lib/live/presence.ts';
import { bufferMessages } from '#lib/live/recent.ts';
import { startImap } from '#lib/mail-in/imap.ts';
import { startListener } from '#lib/mail-in/listener.ts';
import { closeIdleConnectionsOnStop } from '#lib/platform/connections.ts';
import { isAway } from '#lib/platform/database-error.ts';
import { announceServing, stopInOrder } from '#lib/platform/lifecycle.ts';
import { log } from '#lib/platform/log.ts';
import { logConsole } from '#lib/platform/log-console.ts';
import { logMemory } from '#lib/platform/memory-log.ts';
import { failForDatabase, isClientError } from '#lib/platform/request-progress.ts';
import { stripForwardedFor } from '#lib/session/client-address.ts';

/** The background work of a server process. Each part registers with `onStop` how it ends. */
export async function startServer(): Promise<void> {
  logConsole(isClientError);
  stopInOrder();
  closeIdleConnectionsOnStop();
  stripForwardedFor();
  giveRequestIds();
  guardRequests();
  startPresence();
  bufferMessages();
  await startWorker();
  await startListener();
  startImap();
  logMemory();
  announceServing();
}

/** Query strings and calendar addresses are secret and stay out of the log. */
const withoutSecret = (path: string) => path.replace(/\?.*$/s, '').replace(/^(\/api\/calendar\/).+$/s, '$1…');

/** An error that a request threw. */
export const logRequestError: Instrumentation.onRequestError = (error, { method, path }, { routeType, routePath }) => {
  if (isAway(error)) failForDatabase();
  const place = { method, path: withoutSecret(path), routeType, routePath };
  if (isClientError()) log.info({ err: error, ...place }, 'A call could not be read');
  else log.error({ err: error, ...place }, 'A request failed');
};

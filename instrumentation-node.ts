import { startWorker } from '#lib/jobs/worker.ts';
import { startPresence } from '#lib/live/presence.ts';
import { closeIdleConnectionsOnStop } from '#lib/platform/connections.ts';
import { stopInOrder } from '#lib/platform/lifecycle.ts';
import { stripForwardedFor } from '#lib/session/client-address.ts';

/** What a server process runs besides answering requests. Each part registers with `onStop` how it ends. */
export async function startServer(): Promise<void> {
  stopInOrder();
  closeIdleConnectionsOnStop();
  stripForwardedFor();
  startPresence();
  await startWorker();
}

import cluster from 'node:cluster';
import { log } from './log.ts';

type Stop = () => unknown;

interface Lifecycle {
  stops: Map<string, Stop>;
  stopping: Promise<void> | null;
}

/** What a server process says to the one that started it, once it can answer. */
export const SERVING = 'serving';

/** How long running jobs and open streams have to end, in milliseconds. */
const PATIENCE = 25_000;

// The framework loads this module more than once in a process (start, pages, routes); the process ends once.
const cached = globalThis as { casebridgeLifecycle?: Lifecycle };

function lifecycle(): Lifecycle {
  cached.casebridgeLifecycle ??= { stops: new Map(), stopping: null };
  return cached.casebridgeLifecycle;
}

/** Registers what has to end before the process does; a second registration under the same name replaces the first. */
export function onStop(name: string, stop: Stop): void {
  lifecycle().stops.set(name, stop);
}

/** Whether the process is about to end: nothing that lasts should be begun. */
export function isStopping(): boolean {
  return lifecycle().stopping !== null;
}

/**
 * Ties everything registered to the end of the process: a signal, or the end of the process that started it.
 * The framework exits as soon as its requests are answered, even in the middle of a job: its exit is made to wait.
 */
export function stopInOrder(): void {
  const exit = process.exit.bind(process);
  const exitAfterStops = (code?: number) => {
    const { stopping } = lifecycle();
    if (stopping) void stopping.finally(() => exit(code));
    else exit(code);
  };
  process.exit = exitAfterStops as typeof process.exit;

  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.prependListener(signal, () => void stopAll());
  // A terminal that closes tells everybody in it; the one that started us does so too, and knows why.
  process.on('SIGHUP', () => process.kill(process.pid, 'SIGTERM'));
  if (process.connected) process.prependOnceListener('disconnect', stopWithoutParent);
}

/** Node ends a process of a cluster at once when the first one is gone, in the middle of its requests, unless it was asked to. */
function stopWithoutParent(): void {
  if (cluster.worker) cluster.worker.exitedAfterDisconnect = true;
  process.kill(process.pid, 'SIGTERM');
}

/** Says that this process can answer: what was started before was in vain if it ends earlier. */
export function announceServing(): void {
  process.send?.(SERVING);
}

/** Runs every registered stop, all at once, and waits for them no longer than the patience. */
export function stopAll(): Promise<void> {
  const life = lifecycle();
  life.stopping ??= Promise.race([
    Promise.all([...life.stops].map(([name, stop]) => stopOne(name, stop))),
    new Promise((resolve) => setTimeout(resolve, PATIENCE).unref()),
  ]).then(() => {});
  return life.stopping;
}

async function stopOne(name: string, stop: Stop): Promise<void> {
  try {
    await stop();
  } catch (error) {
    log.error({ err: error }, `${name} did not stop`);
  }
}

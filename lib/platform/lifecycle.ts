import cluster from 'node:cluster';
import { log } from './log.ts';

type Stop = () => unknown;

interface Lifecycle {
  stops: Map<string, Stop>;
  stopping: Promise<void> | null;
}

/** The message of a server process to its parent once it can serve requests. */
export const SERVING = 'serving';

/** How long running jobs and open streams may take to end, in milliseconds. */
const TIMEOUT = 25_000;

// The framework loads this module more than once in a process (start, pages, routes); the process ends once.
const cached = globalThis as { casebridgeLifecycle?: Lifecycle };

function lifecycle(): Lifecycle {
  cached.casebridgeLifecycle ??= { stops: new Map(), stopping: null };
  return cached.casebridgeLifecycle;
}

/** Registers work that must end before the process does; a second registration under the same name replaces the first. */
export function onStop(name: string, stop: Stop): void {
  lifecycle().stops.set(name, stop);
}

/** Whether the process is stopping: no long-running work should begin. */
export function isStopping(): boolean {
  return lifecycle().stopping !== null;
}

/**
 * Runs all registered stops when the process ends: on a signal, or when its parent process ends.
 * The framework exits as soon as its requests are answered, even in the middle of a job, so its exit is delayed.
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
  // A closing terminal signals every process; the parent process also sends its own signal.
  process.on('SIGHUP', () => process.kill(process.pid, 'SIGTERM'));
  if (process.connected) process.prependOnceListener('disconnect', stopWithoutParent);
}

/** Without this flag, Node ends a cluster worker at once when its primary ends, in the middle of requests. */
function stopWithoutParent(): void {
  if (cluster.worker) cluster.worker.exitedAfterDisconnect = true;
  process.kill(process.pid, 'SIGTERM');
}

/** Reports that this process can serve requests; if it ends earlier, its start has failed. */
export function announceServing(): void {
  process.send?.(SERVING);
}

/** Runs every registered stop in parallel and waits at most `TIMEOUT`. */
export function stopAll(): Promise<void> {
  const life = lifecycle();
  life.stopping ??= Promise.race([
    Promise.all([...life.stops].map(([name, stop]) => stopOne(name, stop))),
    new Promise((resolve) => setTimeout(resolve, TIMEOUT).unref()),
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

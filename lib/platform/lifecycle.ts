import { log } from './log.ts';

type Stop = () => unknown;

interface Lifecycle {
  stops: Map<string, Stop>;
  stopping: Promise<void> | null;
}

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
  if (process.connected) process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
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

import type { ChildProcess } from 'node:child_process';
import cluster, { type Worker } from 'node:cluster';
import { SERVING } from '#lib/platform/lifecycle.ts';
import { createLog } from '#lib/platform/log.ts';

/** A program that listens on a port, and sends `SERVING` to its parent when it is ready. */
export interface Program {
  file: string;
  args: string[];
  /** Arguments for Node itself. */
  nodeArgs?: string[];
  env?: Record<string, string>;
}

export interface Processes {
  /** Resolves with an exit code when all were stopped, or when none serves and no other can start. */
  ended: Promise<number>;
  /** The ids of the running processes. */
  pids: () => number[];
  /** Ends all of them after their current requests and jobs. */
  stop: () => Promise<void>;
}

/** The current time in milliseconds, and a timer. */
export interface Clock {
  now: () => number;
  after: (wait: number, work: () => void) => void;
}

const realClock: Clock = {
  now: () => performance.now(),
  after: (wait, work) => void setTimeout(work, wait),
};

/** Longer than the time in which a server process ends its own jobs. */
const TIMEOUT = 35_000;
const FIRST_DELAY = 1_000;
const LONGEST_DELAY = 30_000;
/** A process that ends sooner than this after it began to serve would probably end again at once. */
const STEADY = 30_000;

/**
 * Keeps `count` processes of a program behind one port. The first starts alone, so that a failing start is reported only
 * once. A process that dies is replaced; one that cannot start, or dies soon, is retried with growing delays.
 */
export function superviseProcesses(
  { file, args, nodeArgs = [], env = {} }: Program,
  count: number,
  clock: Clock = realClock,
): Processes {
  const log = createLog();
  const running = new Set<Worker>();
  /** When each process began to serve. */
  const serving = new Map<Worker, number>();
  const { promise: ended, resolve: end } = Promise.withResolvers<number>();
  let delay = FIRST_DELAY;
  let stopping = false;

  function fill(): void {
    while (!stopping && running.size < count) start();
  }

  function start(): void {
    cluster.setupPrimary({ exec: file, args, execArgv: nodeArgs, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
    const worker = cluster.fork(env);
    const output = heldOutput(worker.process);
    running.add(worker);
    worker.on('message', (message) => {
      if (message !== SERVING) return;
      output.passOn();
      serving.set(worker, clock.now());
      fill();
    });
    worker.once('exit', (code, signal) => {
      running.delete(worker);
      const began = serving.get(worker);
      serving.delete(worker);
      if (began === undefined && !stopping) output.tell();
      if (began !== undefined && clock.now() - began > STEADY) delay = FIRST_DELAY;
      gone({ process: worker.process.pid, code, signal }, began !== undefined);
    });
  }

  function gone(which: { process: number | undefined; code: number | null; signal: string | null }, served: boolean) {
    if (running.size === 0 && (stopping || !served)) end(which.code ?? 1);
    else if (!stopping) {
      const what = served ? 'ended by itself: another one takes its place' : 'could not start: it is tried again';
      log.error({ ...which, again: delay }, `A server process ${what}`);
      clock.after(delay, fill);
      delay = Math.min(delay * 2, LONGEST_DELAY);
    }
  }

  async function stop(): Promise<void> {
    stopping = true;
    for (const worker of running) worker.process.kill('SIGTERM');
    const tooLong = setTimeout(() => {
      for (const worker of running) worker.process.kill('SIGKILL');
    }, TIMEOUT);
    if (running.size === 0) end(0);
    await ended;
    clearTimeout(tooLong);
  }

  start();
  return { ended, pids: () => [...running].flatMap(({ process }) => process.pid ?? []), stop };
}

/** The framework's greeting is printed only if the start fails, because ours says more. Log entries are always printed. */
function heldOutput(child: ChildProcess) {
  const held: Buffer[] = [];
  let serving = false;
  child.stdout?.on('data', (part: Buffer) => {
    if (serving) process.stdout.write(part);
    else held.push(part);
  });
  return {
    passOn() {
      if (serving) return;
      serving = true;
      const entries = textOf(held).match(/^\{.*\n/gm) ?? [];
      process.stdout.write(entries.join(''));
    },
    tell: () => process.stderr.write(textOf(held)),
  };
}

const textOf = (parts: readonly Buffer[]) => Buffer.concat(parts).toString();

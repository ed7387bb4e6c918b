import type { ChildProcess } from 'node:child_process';
import cluster, { type Worker } from 'node:cluster';
import { SERVING } from '#lib/platform/lifecycle.ts';
import { createLog } from '#lib/platform/log.ts';

/** A program that listens on a port, and says `SERVING` to its parent once it can answer. */
export interface Program {
  file: string;
  args: string[];
  /** What Node itself is told. */
  nodeArgs?: string[];
  env?: Record<string, string>;
}

export interface Processes {
  /** Resolves with an exit code once all were stopped, or when none serves and no other one can start. */
  ended: Promise<number>;
  /** The ids of those that run now. */
  pids: () => number[];
  /** Ends all of them after their requests and jobs. */
  stop: () => Promise<void>;
}

/** What time it is, in milliseconds, and how one waits. */
export interface Clock {
  now: () => number;
  after: (wait: number, work: () => void) => void;
}

const realClock: Clock = {
  now: () => performance.now(),
  after: (wait, work) => void setTimeout(work, wait),
};

/** Longer than a server process gives its own jobs to end. */
const PATIENCE = 35_000;
const FIRST_DELAY = 1_000;
const LONGEST_DELAY = 30_000;
/** What ends sooner after it began to serve would end again at once. */
const STEADY = 30_000;

/**
 * Keeps so many processes of a program behind one port. The first starts alone, so that a start that cannot be is told
 * once. One that dies after a while is replaced at once; one that cannot start, or dies soon, is tried again later and later.
 */
export function keepProcesses(
  { file, args, nodeArgs = [], env = {} }: Program,
  count: number,
  clock: Clock = realClock,
): Processes {
  const log = createLog();
  const running = new Set<Worker>();
  /** Since when each serves. */
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
    }, PATIENCE);
    if (running.size === 0) end(0);
    await ended;
    clearTimeout(tooLong);
  }

  start();
  return { ended, pids: () => [...running].flatMap(({ process }) => process.pid ?? []), stop };
}

/** The framework's own greeting says less than ours: it is told only if the start fails, and entries of the log in any case. */
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

import { EventEmitter } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import {
  type JobHelpers,
  Logger,
  parseCronItems,
  type RunnerOptions,
  run,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import { z } from 'zod';
import { StorageUnavailable } from '#lib/attachment/store.ts';
import { job } from '#lib/door/job.ts';
import { isAway } from '#lib/platform/database-error.ts';
import { db } from '#lib/platform/db.ts';
import { databaseUrl } from '#lib/platform/env.ts';
import { onStop } from '#lib/platform/lifecycle.ts';
import { log } from '#lib/platform/log.ts';
import { jobNames, queue } from '#lib/queue/queue.ts';
import { blockedQueues } from '#lib/queue/serial-queues.ts';
import { handlers } from './handlers.ts';
import { recordLastRun } from './last-run.ts';
import { holdWorkerLease } from './lease.ts';
import { startScheduledJob } from './run-scheduled-job.ts';
import { scheduledJobs } from './scheduled-jobs.ts';

const logger = new Logger(() => (level, message, meta) => {
  if (level === 'error') log.error({ err: meta?.error }, `worker: ${message}`);
  if (level === 'warning') log.warn(`worker: ${message}`);
});

/** Options of the worker, for a server and for tests. */
export function workerOptions(events: WorkerEvents = new EventEmitter()): RunnerOptions {
  return {
    events,
    forbiddenFlags: blockedQueues(events),
    connectionString: databaseUrl(),
    concurrency: 4,
    maxPoolSize: 6,
    noHandleSignals: true,
    logger,
    taskList: { ...scheduledTasks(), ...queuedTasks() },
    // With batching, a stop would end before the last completion is stored, and that job would run again.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  };
}

/** A running worker. `ended`: it takes no more jobs, because it was stopped or ended by itself. */
type Running = { id: string; ended: Promise<void>; stop: () => Promise<void>; leave: () => Promise<void> };

/** In milliseconds. */
const RESTART_DELAY = 500;

/**
 * Runs queued and scheduled jobs in this process until it stops. Any number of processes may do so. Q-11 · The queue ends a
 * worker that could not store a job's result. A new worker starts as soon as the database is back and runs those jobs again. It
 * does not wait for the old worker, which may hang. That is safe, because each job checks its record again.
 */
export async function startWorker(): Promise<void> {
  let running = await begin();
  let isStopped = false;
  onStop('worker', () => {
    isStopped = true;
    return running.stop();
  });
  const goOn = async () => {
    for (await running.ended; !isStopped; await running.ended) {
      const last = running.id;
      log.warn('The worker ends: another begins');
      void running.leave();
      running = await restartRunner(() => isStopped);
      if (isStopped) await running.stop();
      else await db().$executeRaw`select graphile_worker.force_unlock_workers(array[${last}]::text[])`.catch(late);
    }
  };
  void goOn();
}

/** The lease frees the remaining jobs within a minute. */
const late = (err: unknown) => log.warn({ err }, 'The jobs of the worker that has ended are not free yet');

async function restartRunner(isStopped: () => boolean): Promise<Running> {
  while (!isStopped()) {
    try {
      return await begin();
    } catch (err) {
      log.warn({ err }, 'No worker could begin');
      await wait(RESTART_DELAY);
    }
  }
  return { id: '', ended: Promise.resolve(), stop: async () => {}, leave: async () => {} };
}

async function begin(): Promise<Running> {
  const events: WorkerEvents = new EventEmitter();
  let id = '';
  events.on('pool:create', ({ workerPool }) => {
    id = workerPool.id;
  });
  const ended = Promise.withResolvers<void>();
  events.on('pool:gracefulShutdown', () => ended.resolve());
  const runner = await run({
    ...workerOptions(events),
    parsedCronItems: parseCronItems(
      Object.entries(scheduledJobs).map(([task, { cron }]) => ({ task, match: cron, options: { jobKey: task } })),
    ),
  });
  runner.promise.catch((err: unknown) => log.warn({ err }, 'The worker has ended')).finally(ended.resolve);
  // A runner that is ending by itself rejects `stop`.
  const end = () => runner.stop().catch(() => {});
  try {
    const lease = await holdWorkerLease(databaseUrl(), id);
    const stop = async () => {
      await end();
      await lease.release();
    };
    return { id, ended: ended.promise, stop, leave: () => lease.release() };
  } catch (error) {
    void end();
    throw error;
  }
}

/** The scheduled time. A job that was queued by hand is due now. */
const Tick = z.object({ _cron: z.object({ ts: z.coerce.date() }).optional() });

function scheduledTasks(): TaskList {
  return Object.fromEntries(
    Object.entries(scheduledJobs).map(([name, scheduled]) => {
      const tick = job(name, Tick, (_system, { _cron }) =>
        recordLastRun(name, () => startScheduledJob(scheduled, _cron?.ts ?? new Date())),
      );
      return [name, async (payload: unknown) => void (await tick(payload))];
    }),
  );
}

function queuedTasks(): TaskList {
  return Object.fromEntries(
    jobNames.map((name) => [
      name,
      async (payload: unknown, helpers: JobHelpers) => {
        try {
          await handlers[name](payload);
        } catch (error) {
          // If storing the retry time fails, the queue's own delay applies. The job's error is still the one to throw.
          const isOfMachine = error instanceof StorageUnavailable || isAway(error);
          const later = isOfMachine ? waitForMachine(helpers) : postpone(helpers, queue[name].retryAfter);
          await later.catch((err: unknown) => log.warn({ err }, 'No later try was set'));
          throw error;
        }
      },
    ]),
  );
}

/** Retry delays in minutes: enough to free disk space, or to start a database. */
const MACHINE_AFTER = [1, 2, 5];

/** Q-11, REC-4 · A job that failed because the disk or the database is unavailable is retried without limit. */
async function waitForMachine(helpers: JobHelpers): Promise<void> {
  const { id, attempts } = helpers.job;
  await helpers.query(
    `update graphile_worker._private_jobs
        set run_at = now() + $2 * interval '1 minute', attempts = least(attempts, max_attempts - 1)
      where id = $1`,
    [id, MACHINE_AFTER[attempts - 1] ?? MACHINE_AFTER.at(-1)],
  );
}

/**
 * Sets when a job is retried. On failure, the queue adds its own delay to the time in the row, growing with the attempts. This
 * function subtracts that delay.
 */
async function postpone(helpers: JobHelpers, retryAfter: readonly number[]): Promise<void> {
  const { id, attempts } = helpers.job;
  const minutes = retryAfter[attempts - 1];
  if (minutes === undefined) return;
  await helpers.query(
    `update graphile_worker._private_jobs
        set run_at = now() + $2 * interval '1 minute' - exp(least(attempts, 10)) * interval '1 second'
      where id = $1`,
    [id, minutes],
  );
}

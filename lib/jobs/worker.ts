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
import { CannotStore } from '#lib/attachment/store.ts';
import { job } from '#lib/door/job.ts';
import { isAway } from '#lib/platform/database-error.ts';
import { db } from '#lib/platform/db.ts';
import { databaseUrl } from '#lib/platform/env.ts';
import { onStop } from '#lib/platform/lifecycle.ts';
import { log } from '#lib/platform/log.ts';
import { runQueues } from '#lib/queue/lanes.ts';
import { jobNames, queue } from '#lib/queue/queue.ts';
import { handlers } from './handlers.ts';
import { keepLastRun } from './last-run.ts';
import { holdWorkerLease } from './lease.ts';
import { startScheduledJob } from './run-scheduled-job.ts';
import { scheduledJobs } from './scheduled-jobs.ts';

const logger = new Logger(() => (level, message, meta) => {
  if (level === 'error') log.error({ err: meta?.error }, `worker: ${message}`);
  if (level === 'warning') log.warn(`worker: ${message}`);
});

/** How jobs are run, by a server and by its tests. */
export function workerOptions(events: WorkerEvents = new EventEmitter()): RunnerOptions {
  return {
    events,
    forbiddenFlags: runQueues(events),
    connectionString: databaseUrl(),
    concurrency: 4,
    maxPoolSize: 6,
    noHandleSignals: true,
    logger,
    taskList: { ...scheduledTasks(), ...queuedTasks() },
    // Batched, the stop would end before the last completion is written, and that job would run again.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  };
}

/** A worker at work. `ended`: it takes no more jobs, whether it was stopped or ends of itself. */
type Running = { id: string; ended: Promise<void>; stop: () => Promise<void>; leave: () => Promise<void> };

/** In milliseconds. */
const BEGIN_AGAIN = 500;

/**
 * Runs the queued jobs and those of the clock in this process, until it stops. Any number of processes may do so. Q-11 · The
 * queue ends a worker that could not write what became of a job: another begins as soon as the database is back, and has
 * those jobs run again. Nobody waits for the first, which may never come to its end; each job looks at its record again.
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
      running = await beginAgain(() => isStopped);
      if (isStopped) await running.stop();
      else await db().$executeRaw`select graphile_worker.force_unlock_workers(array[${last}]::text[])`.catch(late);
    }
  };
  void goOn();
}

/** What was not freed now is freed by the lease in a minute. */
const late = (err: unknown) => log.warn({ err }, 'The jobs of the worker that has ended are not free yet');

async function beginAgain(isStopped: () => boolean): Promise<Running> {
  while (!isStopped()) {
    try {
      return await begin();
    } catch (err) {
      log.warn({ err }, 'No worker could begin');
      await wait(BEGIN_AGAIN);
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
  // One that ends of itself refuses to be stopped.
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

/** The time that the clock asked for; a job that was queued by hand is due now. */
const Tick = z.object({ _cron: z.object({ ts: z.coerce.date() }).optional() });

function scheduledTasks(): TaskList {
  return Object.fromEntries(
    Object.entries(scheduledJobs).map(([name, scheduled]) => {
      const tick = job(name, Tick, (_system, { _cron }) =>
        keepLastRun(name, () => startScheduledJob(scheduled, _cron?.ts ?? new Date())),
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
          // Where even this fails, the queue's own wait counts, and the job's error is still the one to tell.
          const isOfMachine = error instanceof CannotStore || isAway(error);
          const later = isOfMachine ? waitForMachine(helpers) : postpone(helpers, queue[name].retryAfter);
          await later.catch((err: unknown) => log.warn({ err }, 'No later try was set'));
          throw error;
        }
      },
    ]),
  );
}

/** In minutes: what it takes to make room on a disk, or to start a database. */
const MACHINE_AFTER = [1, 2, 5];

/** Q-11, REC-4 · A job that failed because the disk or the database cannot be used is never given up for that. */
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
 * Sets when a job is tried again. The queue adds a wait of its own, which grows with the tries, to the time that stands in
 * the row when the failure is written; so that much is taken off here.
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

import { EventEmitter } from 'node:events';
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
import { job } from '#lib/door/job.ts';
import { databaseUrl } from '#lib/platform/env.ts';
import { onStop } from '#lib/platform/lifecycle.ts';
import { log } from '#lib/platform/log.ts';
import { handlers } from './handlers.ts';
import { keepLastRun } from './last-run.ts';
import { holdWorkerLease } from './lease.ts';
import { jobNames, queue } from './queue.ts';
import { startScheduledJob } from './run-scheduled-job.ts';
import { scheduledJobs } from './scheduled-jobs.ts';

const logger = new Logger(() => (level, message, meta) => {
  if (level === 'error') log.error({ err: meta?.error }, `worker: ${message}`);
  if (level === 'warning') log.warn(`worker: ${message}`);
});

/** How jobs are run, by a server and by its tests. */
export function workerOptions(): RunnerOptions {
  return {
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

/** Runs the queued jobs and those of the clock in this process, until it stops. Any number of processes may do so. */
export async function startWorker(): Promise<void> {
  const events: WorkerEvents = new EventEmitter();
  let worker = '';
  events.on('pool:create', ({ workerPool }) => {
    worker = workerPool.id;
  });
  const runner = await run({
    ...workerOptions(),
    events,
    parsedCronItems: parseCronItems(
      Object.entries(scheduledJobs).map(([task, { cron }]) => ({ task, match: cron, options: { jobKey: task } })),
    ),
  });
  const lease = await holdWorkerLease(databaseUrl(), worker);
  onStop('worker', async () => {
    await runner.stop();
    await lease.release();
  });
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
          await postpone(helpers, queue[name].retryAfter).catch((err: unknown) =>
            log.warn({ err }, 'No later try was set'),
          );
          throw error;
        }
      },
    ]),
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

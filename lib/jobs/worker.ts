import { EventEmitter } from 'node:events';
import { Logger, parseCronItems, run, type TaskList, type WorkerEvents } from 'graphile-worker';
import { databaseUrl } from '#lib/platform/env.ts';
import { onStop } from '#lib/platform/lifecycle.ts';
import { log } from '#lib/platform/log.ts';
import { holdWorkerLease } from './lease.ts';
import { runScheduledJob } from './run-scheduled-job.ts';
import { scheduledJobs } from './tasks.ts';

const logger = new Logger(() => (level, message, meta) => {
  if (level === 'error') log.error({ err: meta?.error }, `worker: ${message}`);
  if (level === 'warning') log.warn(`worker: ${message}`);
});

/** Runs the queued jobs and those of the clock in this process, until it stops. Any number of processes may do so. */
export async function startWorker(): Promise<void> {
  const events: WorkerEvents = new EventEmitter();
  let worker = '';
  events.on('pool:create', ({ workerPool }) => {
    worker = workerPool.id;
  });
  const runner = await run({
    events,
    connectionString: databaseUrl(),
    concurrency: 4,
    maxPoolSize: 6,
    noHandleSignals: true,
    logger,
    taskList: clockTasks(),
    parsedCronItems: parseCronItems(
      Object.entries(scheduledJobs).map(([task, { cron }]) => ({ task, match: cron, options: { jobKey: task } })),
    ),
    // Batched, the stop would end before the last completion is written, and that job would run again.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  });
  const lease = await holdWorkerLease(databaseUrl(), worker);
  onStop('worker', async () => {
    await runner.stop();
    await lease.release();
  });
}

function clockTasks(): TaskList {
  return Object.fromEntries(
    Object.entries(scheduledJobs).map(([name, job]) => [
      name,
      async (payload: unknown) => {
        await runScheduledJob(job, dueTime(payload));
      },
    ]),
  );
}

/** The time that the clock asked for; a job that was queued by hand is due now. */
function dueTime(payload: unknown): Date {
  const { _cron } = payload as { _cron?: { ts: string } };
  return _cron ? new Date(_cron.ts) : new Date();
}

import { at } from '#lib/platform/clock.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enqueueAll } from '#lib/queue/enqueue.ts';
import { handlers } from './handlers.ts';
import type { ScheduledJob } from './scheduled-jobs.ts';

/**
 * Q-16 · Runs a job for a given time, without the queue, until it ends. Returns a summary. A failed record does not stop the
 * others. Each command checks again under its lock, so that two concurrent runs do nothing twice.
 */
export function runScheduledJob(job: ScheduledJob, time: Date): Promise<string> {
  return at(time, async () => {
    if ('run' in job) return job.run(time);
    const failures: unknown[] = [];
    let done = 0;
    for await (const batch of job.due(time))
      for (const payload of batch)
        await handlers[job.each](payload).then(
          ({ ok }) => {
            if (ok) done += 1;
          },
          (error: unknown) => failures.push(error),
        );
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} records could not be worked on.`);
    return `${done} ${job.done}`;
  });
}

/**
 * Starts a scheduled job and returns a summary. A job that finds many records queues one job per record, in batches, for all
 * workers to share.
 */
export async function startScheduledJob(job: ScheduledJob, time: Date): Promise<string> {
  if ('run' in job) return at(time, () => job.run(time));
  let queued = 0;
  for await (const batch of job.due(time)) queued += await transaction((tx) => enqueueAll(tx, job.each, batch));
  return `${queued} queued`;
}

import type { Db } from '#lib/platform/db.ts';
import { scheduledJobs } from '../scheduled-jobs.ts';

/** The jobs of one name: how many wait for their turn, run, wait for a later time, or have failed for the last time. */
export type QueueLength = {
  name: string;
  waiting: number;
  running: number;
  later: number;
  failed: number;
  /** Since when the oldest of those that wait could run. */
  since: Date | null;
};

/** ADM-11 · What is in the queue, by the name of the job. */
export function queueLengths(tx: Db): Promise<QueueLength[]> {
  return tx.$queryRaw<QueueLength[]>`
    select task_identifier as name,
      (count(*) filter (where waits and run_at <= now()))::int as waiting,
      (count(*) filter (where locked_at is not null))::int as running,
      (count(*) filter (where waits and run_at > now()))::int as later,
      (count(*) filter (where locked_at is null and attempts >= max_attempts))::int as failed,
      min(run_at) filter (where waits and run_at <= now()) as since
    from (select *, locked_at is null and attempts < max_attempts as waits from graphile_worker.jobs) j
    group by task_identifier order by task_identifier`;
}

export type LastRun = { name: string; startedAt: Date | null; finishedAt: Date | null; result: string; error: string };

/** ADM-11 · When each job of the clock ran last, and what came of it. */
export async function lastRuns(tx: Db): Promise<LastRun[]> {
  const runs = new Map((await tx.jobRun.findMany()).map((run) => [run.name, run]));
  return Object.keys(scheduledJobs).map(
    (name) => runs.get(name) ?? { name, startedAt: null, finishedAt: null, result: '', error: '' },
  );
}

import type { Db } from '#lib/platform/db.ts';
import { scheduledJobs } from '../scheduled-jobs.ts';

/** Jobs of one name: how many are ready, running, delayed, or permanently failed. */
export type QueueLength = {
  name: string;
  waiting: number;
  running: number;
  later: number;
  failed: number;
  /** When the oldest ready job became ready. */
  since: Date | null;
};

/** ADM-11 · The queue's jobs by name. */
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

/** ADM-11 · The last run of each scheduled job, with its result. */
export async function lastRuns(tx: Db): Promise<LastRun[]> {
  const runs = new Map((await tx.jobRun.findMany()).map((run) => [run.name, run]));
  return Object.keys(scheduledJobs).map(
    (name) => runs.get(name) ?? { name, startedAt: null, finishedAt: null, result: '', error: '' },
  );
}

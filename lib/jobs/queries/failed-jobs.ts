import { mayAdminister } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { enforce } from '#lib/platform/verdict.ts';

/** More failures than this usually have one cause. */
const AT_MOST = 200;

export type FailedJob = {
  id: string;
  name: string;
  /** The subject of the job, such as a record number. */
  about: string;
  tries: number;
  lastError: string;
  failedAt: Date;
};

/** ADM-11 · Permanently failed jobs, newest first. They are kept until an administrator retries them. */
export async function failedJobs(actor: Actor): Promise<FailedJob[]> {
  enforce(mayAdminister(actor));
  return db().$queryRaw<FailedJob[]>`
    select id::text, task_identifier as name, coalesce(split_part(key, ':', 2), '') as about, attempts::int as tries,
           coalesce(last_error, '') as "lastError", updated_at as "failedAt"
    from graphile_worker.jobs
    where attempts >= max_attempts and locked_at is null
    order by updated_at desc, id desc limit ${AT_MOST}`;
}

import { mayAdminister } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { enforce } from '#lib/platform/verdict.ts';

/** More than fit on a page are one fault, many times. */
const AT_MOST = 200;

export type FailedJob = {
  id: string;
  name: string;
  /** What it was about, such as the number of a record. */
  about: string;
  tries: number;
  lastError: string;
  failedAt: Date;
};

/** ADM-11 · The jobs that have failed for the last time, newest first. They are kept until somebody has them tried again. */
export async function failedJobs(actor: Actor): Promise<FailedJob[]> {
  enforce(mayAdminister(actor));
  return db().$queryRaw<FailedJob[]>`
    select id::text, task_identifier as name, coalesce(split_part(key, ':', 2), '') as about, attempts::int as tries,
           coalesce(last_error, '') as "lastError", updated_at as "failedAt"
    from graphile_worker.jobs
    where attempts >= max_attempts and locked_at is null
    order by updated_at desc, id desc limit ${AT_MOST}`;
}

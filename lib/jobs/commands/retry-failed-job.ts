import { mayAdminister } from '#lib/access/policy.ts';
import { recordAudit } from '#lib/audit/record.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enforce, notFound } from '#lib/platform/verdict.ts';
import type { RetryFailedJob } from '../schema.ts';

/** ADM-11, ADM-12 · Retries a job that failed permanently: at once, and with all its attempts. */
export async function retryFailedJob(actor: Actor, { id }: RetryFailedJob): Promise<void> {
  enforce(mayAdminister(actor));
  await transaction(async (tx) => {
    const [job] = await tx.$queryRaw<{ name: string; lastError: string | null }[]>`
      select coalesce(key, task_identifier) as name, last_error as "lastError" from graphile_worker.jobs
      where id = ${id}::bigint and attempts >= max_attempts and locked_at is null`;
    if (!job) throw notFound('failed job');
    await tx.$queryRaw`
      select id::text from graphile_worker.reschedule_jobs(array[${id}::bigint], run_at => now(), attempts => 0)`;
    await recordAudit(tx, actor, { action: 'job.retried', subject: job.name, oldValue: job.lastError });
  });
}

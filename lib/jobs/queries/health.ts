import { mayAdminister } from '#lib/access/policy.ts';
import { type MailHealth, mailHealth } from '#lib/mail/queries/mail-health.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { type DatabaseHealth, databaseHealth } from '#lib/platform/database-health.ts';
import { db } from '#lib/platform/db.ts';
import { smtpUrl } from '#lib/platform/env.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { productVersion } from '#lib/platform/version.ts';
import { type FailedJob, failedJobs } from './failed-jobs.ts';
import { type LastRun, lastRuns, type QueueLength, queueLengths } from './queue-lengths.ts';

export type Health = {
  version: string;
  node: string;
  database: DatabaseHealth;
  mail: MailHealth & { hasServer: boolean };
  queue: QueueLength[];
  failed: FailedJob[];
  runs: LastRun[];
};

/** ADM-11 · How jobs, queue, database and mail are doing. The mail server is asked when somebody wants to know. */
export async function health(actor: Actor): Promise<Health> {
  enforce(mayAdminister(actor));
  const [database, mail, queue, failed, runs] = await Promise.all([
    databaseHealth(db()),
    mailHealth(db()),
    queueLengths(db()),
    failedJobs(actor),
    lastRuns(db()),
  ]);
  const hasServer = smtpUrl() !== null;
  return {
    version: productVersion(),
    node: process.version,
    database,
    mail: { ...mail, hasServer },
    queue,
    failed,
    runs,
  };
}

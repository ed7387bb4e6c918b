import { mayAdminister } from '#lib/access/policy.ts';
import { type AttachmentStorage, attachmentStorage } from '#lib/attachment/queries/attachment-storage.ts';
import { type IncomingHealth, incomingHealth } from '#lib/mail-in/queries/incoming-health.ts';
import { type MailHealth, mailHealth } from '#lib/mail-out/queries/mail-health.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { type DatabaseHealth, databaseHealth } from '#lib/platform/database-health.ts';
import { db } from '#lib/platform/db.ts';
import { imapUrl, mailListen, smtpUrl } from '#lib/platform/env.ts';
import { type ServerName, type Unreachable, unreachableServers } from '#lib/platform/unreachable-servers.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { productVersion } from '#lib/platform/version.ts';
import { type FailedJob, failedJobs } from './failed-jobs.ts';
import { type LastRun, lastRuns, type QueueLength, queueLengths } from './queue-lengths.ts';

export type Health = {
  version: string;
  node: string;
  database: DatabaseHealth;
  mail: MailHealth & { hasServer: boolean; unreachable: Unreachable | null };
  mailbox: { isRead: boolean; unreachable: Unreachable | null };
  /** Where the SMTP server receives emails; null: nowhere. */
  listener: { at: string | null; unreachable: Unreachable | null; comesLater: string | null };
  incoming: Omit<IncomingHealth, 'comesLater'>;
  at: Date;
  attachments: AttachmentStorage;
  queue: QueueLength[];
  failed: FailedJob[];
  runs: LastRun[];
};

/** ADM-11 · The health of jobs, queue, database, mail and attachments. The mail server is checked only on request. */
export async function health(actor: Actor): Promise<Health> {
  enforce(mayAdminister(actor));
  const [database, mail, { comesLater, ...incoming }, away, attachments, queue, failed, runs] = await Promise.all([
    databaseHealth(db()),
    mailHealth(db()),
    incomingHealth(db()),
    unreachableServers(),
    attachmentStorage(),
    queueLengths(db()),
    failedJobs(actor),
    lastRuns(db()),
  ]);
  const [hasServer, isRead, listens] = [smtpUrl() !== null, imapUrl() !== null, mailListen()];
  const unreachable = (is: boolean, name: ServerName) => (is && away.find((each) => each.name === name)) || null;
  return {
    version: productVersion(),
    node: process.version,
    database,
    mail: { ...mail, hasServer, unreachable: unreachable(hasServer, 'mail_server') },
    mailbox: { isRead, unreachable: unreachable(isRead, 'mailbox') },
    listener: {
      at: listens && `${listens.host}:${listens.port}`,
      unreachable: unreachable(listens !== null, 'mail_listener'),
      comesLater,
    },
    incoming,
    attachments,
    queue,
    failed,
    runs,
    at: now(),
  };
}

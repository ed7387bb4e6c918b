import { attachmentStorage } from '#lib/attachment/queries/attachment-storage.ts';
import { incomingHealth } from '#lib/mail-in/queries/incoming-health.ts';
import { mailHealth } from '#lib/mail-out/queries/mail-health.ts';
import { databaseHealth } from '#lib/platform/database-health.ts';
import { db } from '#lib/platform/db.ts';
import { unreachableServers } from '#lib/platform/unreachable-servers.ts';
import { productVersion } from '#lib/platform/version.ts';
import { lastRuns, queueLengths } from './queries/queue-lengths.ts';

type Sample = { labels?: Readonly<Record<string, string>>; value: number };

type Metric = { name: string; help: string; samples: readonly Sample[] };

const quoted = (text: string) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;

/** Figures in the text format of Prometheus. */
export function exposition(metrics: readonly Metric[]): string {
  const lines = metrics.flatMap(({ name, help, samples }) => [
    `# HELP casebridge_${name} ${help}`,
    `# TYPE casebridge_${name} gauge`,
    ...samples.map(({ labels = {}, value }) => {
      const pairs = Object.entries(labels).map(([label, text]) => `${label}=${quoted(text)}`);
      return `casebridge_${name}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${value}`;
    }),
  ]);
  return `${lines.join('\n')}\n`;
}

const secondsSince = (time: Date | null, at: Date) => (time ? Math.max(0, (at.getTime() - time.getTime()) / 1000) : 0);

/** ADM-11 · The figures of the health page, for monitoring. A database outage is one of the figures. */
export async function metrics(at: Date): Promise<string> {
  const about: Metric = {
    name: 'info',
    help: 'The version that runs.',
    samples: [{ labels: { version: productVersion() }, value: 1 }],
  };
  const up = (value: number): Metric => ({
    name: 'database_up',
    help: 'Whether the database answers.',
    samples: [{ value }],
  });
  try {
    return exposition([about, up(1), ...(await readFigures(at))]);
  } catch {
    return exposition([about, up(0)]);
  }
}

async function readFigures(at: Date): Promise<Metric[]> {
  const [database, mail, incoming, away, storage, queue, runs] = await Promise.all([
    databaseHealth(db()),
    mailHealth(db()),
    incomingHealth(db()),
    unreachableServers(),
    attachmentStorage(),
    queueLengths(db()),
    lastRuns(db()),
  ]);
  const one = (name: string, help: string, value: number): Metric => ({ name, help, samples: [{ value }] });
  const ran = runs.flatMap(({ startedAt, ...run }) => (startedAt ? [{ ...run, startedAt }] : []));
  return [
    one('database_bytes', 'The size of the database.', database.bytes),
    one('database_connections', 'Connections to the database.', database.connections),
    one('mails_waiting', 'Emails waiting to be sent.', mail.waiting),
    one('mails_waiting_seconds', 'How long the oldest of them has waited.', secondsSince(mail.since, at)),
    one('mails_retried', 'Emails waiting after a failed try.', mail.retried),
    one('mails_unread', 'Received emails waiting to be read.', incoming.unread),
    one('mails_unread_seconds', 'How long the oldest of them has waited.', secondsSince(incoming.since, at)),
    one('strangers_come_later', 'Whether emails from unknown senders are deferred.', incoming.comesLater ? 1 : 0),
    {
      name: 'server_away_seconds',
      help: 'How long a required server has been unreachable; 0 while it answers.',
      samples: (['mail_server', 'mailbox', 'mail_listener'] as const).map((server) => ({
        labels: { server },
        value: secondsSince(away.find(({ name }) => name === server)?.since ?? null, at),
      })),
    },
    one('attachments_storable', 'Whether attachments can be stored.', storage.problem === null ? 1 : 0),
    ...(storage.free === null ? [] : [one('attachments_free_bytes', 'Room for attachments.', storage.free)]),
    one('mails_sent_day', 'Emails sent in the last 24 hours.', mail.sent),
    one('mails_failed_day', 'Emails failed in the last 24 hours.', mail.failed),
    {
      name: 'jobs',
      help: 'Jobs of the queue.',
      samples: queue.flatMap(({ name: job, waiting, running, later, failed }) =>
        Object.entries({ waiting, running, later, failed }).map(([state, value]) => ({
          labels: { job, state },
          value,
        })),
      ),
    },
    {
      name: 'jobs_waiting_seconds',
      help: 'How long the oldest job that can run has waited.',
      samples: queue.map(({ name: job, since }) => ({ labels: { job }, value: secondsSince(since, at) })),
    },
    {
      name: 'job_last_run_seconds',
      help: 'How long ago each scheduled job started.',
      samples: ran.map(({ name: job, startedAt }) => ({ labels: { job }, value: secondsSince(startedAt, at) })),
    },
    {
      name: 'job_last_run_failed',
      help: 'Whether that run failed.',
      samples: ran.map(({ name: job, error }) => ({ labels: { job }, value: error ? 1 : 0 })),
    },
  ];
}

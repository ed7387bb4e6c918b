import type { Db } from '#lib/platform/db.ts';

export type MailHealth = {
  /** Emails that wait to be sent, and since when the oldest has waited. */
  waiting: number;
  since: Date | null;
  /** Those that have failed at least once, with the server's last error. */
  retried: number;
  lastError: string;
  /** In the last 24 hours. */
  sent: number;
  failed: number;
};

/** ADM-11 · The health of outgoing email. */
export async function mailHealth(tx: Db): Promise<MailHealth> {
  const [health] = await tx.$queryRaw<MailHealth[]>`
    select w.*, coalesce((select last_error from mails where next_try_at is not null and not held and last_error <> ''
                          order by next_try_at desc limit 1), '') as "lastError",
      (select count(*)::int from mails where status = 'sent' and created_at > now() - interval '1 day') as sent,
      (select count(*)::int from mails where status = 'failed' and created_at > now() - interval '1 day') as failed
    from (select count(*)::int as waiting, min(created_at) as since,
                 (count(*) filter (where last_error <> ''))::int as retried
          from mails where next_try_at is not null and not held) w`;
  if (!health) throw new Error('The mails could not be counted.');
  return health;
}

import { changeMessages, notifications } from '#lib/announce/publish.ts';
import { db } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { type MailRow, mailRow, mailRowJoins } from './mail-row.ts';
import { type Delivery, nextTry } from './rules/next-try.ts';

/** MAIL-2 · In milliseconds: after this time another process may take over a batch. */
const LEASE = 5 * 60_000;

export type DueMail = MailRow & { tries: number };

/** A claimed email and the result of its try. */
export type DeliveryAttempt = { mail: DueMail; delivery: Delivery };

/**
 * MAIL-2 · Claims the emails that have waited longest for this process. Each counts as tried and is due again when the lease
 * ends, so that another process sends what a killed process had claimed. NOT-3: stopped emails are left out.
 */
export function claimDueMails(at: Date, atMost: number): Promise<DueMail[]> {
  return db().$queryRaw<DueMail[]>`
    with claimed as (
      update mails set tries = tries + 1, next_try_at = ${new Date(at.getTime() + LEASE)}
      where id in (select id from mails where next_try_at <= ${at} and not held order by next_try_at, id limit ${atMost}
                   for update skip locked)
      returning *)
    select ${mailRow}, m.tries from claimed m ${mailRowJoins} order by m.id`;
}

/**
 * MAIL-12 · Records at once that the server accepted an email, so that a process killed before its batch is recorded resends
 * only emails in progress. An email that was suppressed during sending counts as sent, too.
 */
export async function recordSent(id: string, at: Date): Promise<void> {
  await db().$executeRaw`
    update mails set status = 'sent', sent_at = ${at}, next_try_at = null, reason = '', last_error = ''
    where id = ${id}::uuid and status in ('queued', 'suppressed')`;
}

const idsOf = (tried: readonly DeliveryAttempt[]) => tried.map(({ mail }) => mail.id);

/** MAIL-2 · Records the results of a batch in a fixed number of statements, and notifies the open pages of the records. */
export async function recordDeliveries(tried: readonly DeliveryAttempt[], at: Date): Promise<void> {
  const sent = tried.filter(({ delivery }) => delivery.outcome === 'sent');
  const waits = tried.flatMap(({ mail, delivery }) =>
    delivery.outcome === 'waits' ? [{ ...mail, error: delivery.error }] : [],
  );
  const failed = tried.flatMap(({ mail, delivery }) =>
    delivery.outcome === 'failed' ? [{ mail, ...delivery, next: nextTry(mail.tries, delivery.refused, at) }] : [],
  );
  const lost = failed.filter(({ unreachable }) => unreachable);
  // The records have not changed, but their pages show the status of the emails.
  const shownOn = new Set(tried.flatMap(({ mail }) => mail.taskId ?? []));
  await transaction(async (tx) => {
    if (sent.length > 0)
      await tx.$executeRaw`
        update mails set status = 'sent', sent_at = ${at}, next_try_at = null, reason = '', last_error = ''
        where id = any(${idsOf(sent)}::uuid[]) and status in ('queued', 'suppressed')`;
    // If the lease has run out, another process has claimed the email and `tries` differs.
    if (failed.length > 0)
      await tx.$executeRaw`
        update mails m set status = (case when f.next is null then 'failed' else 'queued' end)::mail_status,
          next_try_at = f.next, last_error = f.error
        from unnest(${failed.map(({ mail }) => mail.id)}::uuid[], ${failed.map(({ mail }) => mail.tries)}::int[],
                    ${failed.map(({ next }) => next)}::timestamptz[], ${failed.map(({ error }) => error)}::text[])
             f(id, tries, next, error)
        where m.id = f.id and m.tries = f.tries and m.status = 'queued'`;
    // Moved to the end of the queue, so that an email which breaks the connection is not the first again.
    if (waits.length > 0)
      await tx.$executeRaw`
        update mails m set tries = m.tries - 1, next_try_at = ${at}, last_error = coalesce(nullif(w.error, ''), m.last_error)
        from unnest(${waits.map(({ id }) => id)}::uuid[], ${waits.map(({ tries }) => tries)}::int[],
                    ${waits.map(({ error }) => error)}::text[]) w(id, tries, error)
        where m.id = w.id and m.tries = w.tries and m.status = 'queued'`;
    // MAIL-6 · the server of the address says that the mailbox does not exist.
    if (lost.length > 0)
      await tx.$executeRaw`
        update users u set unreachable_since = ${at}, unreachable_reason = l.error
        from (select distinct on (id) * from unnest(${lost.map(({ mail }) => mail.recipientId)}::uuid[],
              ${lost.map(({ mail }) => mail.address)}::text[], ${lost.map(({ error }) => error)}::text[])
              l(id, address, error) order by id) l
        where u.id = l.id and u.email = l.address and u.unreachable_since is null`;
    await tx.$executeRaw`${notifications(changeMessages([], [...shownOn]))}`;
  });
}

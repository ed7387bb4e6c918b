import { db } from '#lib/platform/db.ts';
import { messageIdOf, type Received } from './smtp-sink.ts';

/** Result of a message to customers of many cases: what was written, and what a mail server received. */
export type Notified = {
  /** Cases with the message once; more than once. */
  cases: number;
  casesTwice: number;
  /** Work notes of the record that list who was notified. */
  notes: number;
  /** Emails written; emails sent. */
  mails: number;
  sent: number;
  /** Addresses with one email; addresses with several. */
  addresses: number;
  addressesTwice: number;
  /** Repeated deliveries of one email. */
  again: number;
};

/** The expected result if each customer was notified once. */
export const notifiedOnce = (customers: number): Notified => ({
  cases: customers,
  casesTwice: 0,
  notes: 1,
  mails: customers,
  sent: customers,
  addresses: customers,
  addressesTwice: 0,
  again: 0,
});

/** NOT-3, Q-10 · Counts what each case, user and address received of a message that begins with these words. */
export async function countNotified(sourceId: string, words: string, received: readonly Received[]): Promise<Notified> {
  const [written] = await db().$queryRaw<Omit<Notified, 'addresses' | 'addressesTwice' | 'again'>[]>`
    with told as (
      select count(*) as times from journal_entries e
      where e.type = 'comment' and starts_with(e.text, ${words}) group by e.task_id),
    mailed as (
      select m.status from notify_runs r join notify_people p on p.run_id = r.id join mails m on m.id = p.mail_id
      where r.source_id = ${sourceId}::uuid)
    select (select count(*)::int from told where times = 1) as cases,
           (select count(*)::int from told where times > 1) as "casesTwice",
           (select count(*)::int from journal_entries where task_id = ${sourceId}::uuid and starts_with(text, 'Notified ')) as notes,
           (select count(*)::int from mailed) as mails,
           (select count(*)::int from mailed where status = 'sent') as sent`;
  if (!written) throw new Error('Nothing was counted.');
  const namesOf = Map.groupBy(received, ({ to }) => to)
    .values()
    .map((mails) => new Set(mails.map(messageIdOf)).size);
  const names = [...namesOf];
  return {
    ...written,
    addresses: names.length,
    addressesTwice: names.filter((count) => count > 1).length,
    again: received.length - names.reduce((sum, count) => sum + count, 0),
  };
}

import { db } from '#lib/platform/db.ts';
import { messageIdOf, type Received } from './smtp-sink.ts';

/** What came of a message to the customers of many cases: what is written, and what a mail server has. */
export type Notified = {
  /** Cases that have the message once; more than once. */
  cases: number;
  casesTwice: number;
  /** Work notes of the record that say who was notified. */
  notes: number;
  /** Mails that are written; of them those that left. */
  mails: number;
  sent: number;
  /** Addresses that have a mail; that have several mails, by their names. */
  addresses: number;
  addressesTwice: number;
  /** Deliveries of a mail that had been delivered before. */
  again: number;
};

/** What is there when each of so many customers was told once. */
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

/** NOT-3, Q-10 · Counts what each case, person and address has of a message whose text begins with these words. */
export async function whatWasTold(sourceId: string, words: string, received: readonly Received[]): Promise<Notified> {
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

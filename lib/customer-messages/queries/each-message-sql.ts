import { Prisma } from '#lib/platform/db.ts';

/** The best that became of the messages to a customer, in the order of these names. */
export const contacts = ['sent', 'queued', 'failed'] as const;
export type Contact = (typeof contacts)[number];

/** The mail `m`: sent, on its way, or not; one that is held with its message is not on its way. */
const becameOf = Prisma.sql`case when m.status = 'sent' then 'sent'
  when m.status = 'queued' and not m.held then 'queued' else 'failed' end`;

/** Why the mail `m` was not sent. */
const whyNot = Prisma.sql`case when m.status = 'queued' and m.held then 'the message was stopped'
  else coalesce(nullif(m.reason, ''), m.last_error, '') end`;

/** The reader `u` is the customer of `o`, or of the account. Who else watches a case, staff or not, is not whom it is about. */
const isCustomer = Prisma.sql`(
  u.id = o.customer_id or exists (select from contacts k where k.id = u.id and k.account_id = o.customer_id))`;

/** Which emails `m` about a case of `o` are messages to its customer, and which runs `r` of *Notify Customers*. */
export type Messages = { mails: Prisma.Sql; runs: Prisma.Sql };

/**
 * IMP-2, NOT-6 · What became of each message to the customers of the cases `of_record` (`id`, `customer_id`, and what the
 * conditions ask of it): `id`, `customer_id`, `contact`, and of one that reached nobody `because` of what; `at` when. A
 * message is an email about the case, or *Notify Customers*, be it by an email that names the case among others. What was only
 * written into a case has reached nobody.
 */
export const eachMessage = ({ mails, runs }: Messages): Prisma.Sql => Prisma.sql`
  select o.id, o.customer_id, ${becameOf} as contact, ${whyNot} as because, coalesce(m.sent_at, m.created_at) as at
  from of_record o join mails m on m.task_id = o.id join users u on u.id = m.recipient_id
  where ${mails} and ${isCustomer}
  union all
  select o.id, o.customer_id,
    case when m.id is null and p.state = 'queued' and r.state = 'running' then 'queued' else ${becameOf} end,
    case when p.user_id is null then 'nobody to write to' when p.reason <> '' then p.reason
      when m.id is null and p.state = 'queued' then 'the message was stopped' else ${whyNot} end,
    coalesce(m.sent_at, m.created_at, r.created_at)
  from of_record o
  join notify_cases told on told.case_id = o.id and told.state = 'told' join notify_runs r on r.id = told.run_id
  left join (
    notify_case_people theirs
    join notify_people p on p.run_id = theirs.run_id and p.user_id = theirs.user_id
    join users u on u.id = p.user_id
    left join mails m on m.id = p.mail_id
  ) on theirs.run_id = told.run_id and theirs.case_id = told.case_id and ${isCustomer}
  where ${runs}`;

/** The best of some messages comes first. */
export const bestFirst = Prisma.sql`array_position(${[...contacts]}::text[], contact)`;

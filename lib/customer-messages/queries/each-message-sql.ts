import { Prisma } from '#lib/platform/db.ts';

/** The result of a message to a customer, best first. */
export const contacts = ['sent', 'queued', 'failed'] as const;
export type Contact = (typeof contacts)[number];

/** The status of the mail `m`. A mail held by a stopped message counts as failed, not as queued. */
const becameOf = Prisma.sql`case when m.status = 'sent' then 'sent'
  when m.status = 'queued' and not m.held then 'queued' else 'failed' end`;

/** Why the mail `m` was not sent. */
const whyNot = Prisma.sql`case when m.status = 'queued' and m.held then 'the message was stopped'
  else coalesce(nullif(m.reason, ''), m.last_error, '') end`;

/** The reader `u` is the customer of `o`, or a contact of that account. Other watchers, staff or not, do not count. */
const isCustomer = Prisma.sql`(
  u.id = o.customer_id or exists (select from contacts k where k.id = u.id and k.account_id = o.customer_id))`;

/** Conditions: emails `m` about a case of `o` that are messages to its customer, and runs `r` of *Notify Customers*. */
export type Messages = { mails: Prisma.Sql; runs: Prisma.Sql };

/**
 * IMP-2, NOT-6 · The result of each message to the customers of the cases `of_record` (`id`, `customer_id`, and columns that
 * the conditions use): `id`, `customer_id`, `contact`, `because` if nobody received it, and `at`, its time. A message is an
 * email about the case, or *Notify Customers*, even if its email only lists the case. Comments without an email have reached
 * nobody.
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

/** Sorts the best result first. */
export const bestFirst = Prisma.sql`array_position(${[...contacts]}::text[], contact)`;

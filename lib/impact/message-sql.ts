import { Prisma } from '#lib/platform/db.ts';
import type { Origin } from './affected-sql.ts';

/** The best that became of the messages to a customer, in the order of these names. */
export type Contact = 'sent' | 'queued' | 'failed';

/** The run `r` was from the record, or from the major case above one of its cases. */
const isRunOf = (origin: Origin): Prisma.Sql =>
  'taskId' in origin
    ? Prisma.sql`(r.source_id = ${origin.taskId}::uuid or r.source_id in (select parent_id from associated))`
    : Prisma.sql`false`;

/** The mail `m`: sent, on its way, or not; one that is held with its message is not on its way. */
const becameOf = Prisma.sql`case when m.status = 'sent' then 'sent'
  when m.status = 'queued' and not m.held then 'queued' else 'failed' end`;

/** Why the mail `m` was not sent. */
const whyNot = Prisma.sql`case when m.status = 'queued' and m.held then 'the message was stopped'
  else coalesce(nullif(m.reason, ''), m.last_error, '') end`;

/**
 * IMP-2, NOT-6 · After `associated` and `generated`, `message`: what became of the messages to each customer, and of those that
 * reached nobody `because` of what. A message is an email about a case that was generated from the record, or *Notify
 * Customers* about any of its cases, be it an email that names the case among others. What was only written into a case has
 * reached nobody.
 */
export const messageTables = (origin: Origin): Prisma.Sql => Prisma.sql`
  of_record as materialized (
    select id, customer_id, true as is_generated from generated
    union select id, customer_id, false from associated where id not in (select id from generated)
  ),
  each_message (customer_id, contact, because) as (
    select o.customer_id, ${becameOf}, ${whyNot}
    from of_record o join mails m on m.task_id = o.id join users u on u.id = m.recipient_id
    where o.is_generated and u.kind <> 'internal' 
    union all
    select o.customer_id,
      case when m.id is null and p.state = 'queued' and r.state = 'running' then 'queued' else ${becameOf} end,
      case when p.user_id is null then 'nobody to write to' when p.reason <> '' then p.reason
        when m.id is null and p.state = 'queued' then 'the message was stopped' else ${whyNot} end
    from of_record o
    join notify_cases told on told.case_id = o.id and told.state = 'told' join notify_runs r on r.id = told.run_id
    left join (
      notify_case_people theirs
      join notify_people p on p.run_id = theirs.run_id and p.user_id = theirs.user_id
      join users u on u.id = p.user_id and u.kind <> 'internal'
      left join mails m on m.id = p.mail_id
    ) on theirs.run_id = told.run_id and theirs.case_id = told.case_id
    where o.is_generated or ${isRunOf(origin)}
  ),
  message as materialized (
    select distinct on (customer_id) customer_id, contact, because from each_message
    order by customer_id, array_position(array['sent', 'queued', 'failed'], contact)
  )`;

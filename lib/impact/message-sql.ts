import { bestFirst, eachMessage } from '#lib/customer-messages/queries/each-message-sql.ts';
import { Prisma } from '#lib/platform/db.ts';
import type { Origin } from './affected-sql.ts';

/** The run `r` was started from the record, or from the major case above one of its cases. */
const isRunOf = (origin: Origin): Prisma.Sql =>
  'taskId' in origin
    ? Prisma.sql`(r.source_id = ${origin.taskId}::uuid or r.source_id in (select parent_id from associated))`
    : Prisma.sql`false`;

/**
 * IMP-2 · After `associated` and `generated`, `message`: the result of the messages to each customer, and `because`: why a
 * message reached nobody. A message is an email about a case that was generated from the record, or *Notify Customers* about
 * any of its cases.
 */
export const messageTables = (origin: Origin): Prisma.Sql => Prisma.sql`
  of_record as materialized (
    select id, customer_id, true as is_generated from generated
    union select id, customer_id, false from associated where id not in (select id from generated)
  ),
  message as materialized (
    select distinct on (customer_id) customer_id, contact, because
    from (${eachMessage({ mails: Prisma.sql`o.is_generated`, runs: Prisma.sql`(o.is_generated or ${isRunOf(origin)})` })}) each
    order by customer_id, ${bestFirst}
  )`;

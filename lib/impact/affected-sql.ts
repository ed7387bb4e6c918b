import { bestFirst, eachMessage } from '#lib/customer-messages/queries/each-message-sql.ts';
import { Prisma } from '#lib/platform/db.ts';
import { singleLinkNames } from '#lib/record/link.ts';
import { hasRecord } from '#lib/record/link-sql.ts';

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
const messageTables = (origin: Origin): Prisma.Sql => Prisma.sql`
  of_record as materialized (
    select id, customer_id, true as is_generated from generated
    union select id, customer_id, false from associated where id not in (select id from generated)
  ),
  message as materialized (
    select distinct on (customer_id) customer_id, contact, because
    from (${eachMessage({ mails: Prisma.sql`o.is_generated`, runs: Prisma.sql`(o.is_generated or ${isRunOf(origin)})` })}) each
    order by customer_id, ${bestFirst}
  )`;

/** The origin of an impact: a record, or a configuration item; `about`: the item that the record would have after saving. */
export type Origin = { taskId: string; about?: string | null | undefined } | { configurationItemId: string };

/** The failing items: the record's configuration item, and the service of an incident. */
function failing(origin: Origin): Prisma.Sql {
  if (!('taskId' in origin)) return Prisma.sql`select ${origin.configurationItemId}::uuid`;
  const id = Prisma.sql`${origin.taskId}::uuid`;
  const about =
    origin.about === undefined
      ? Prisma.sql`select configuration_item_id as item from tasks where id = ${id}`
      : Prisma.sql`select ${origin.about}::uuid as item`;
  return Prisma.sql`
    select item from (${about}) about where item is not null
    union select service_id from incidents where id = ${id} and service_id is not null`;
}

/** Cases linked to the record, directly or through their major case; a configuration item has none. */
function associated(origin: Origin): Prisma.Sql {
  if (!('taskId' in origin)) return Prisma.sql`select null::uuid as id where false`;
  const own = hasRecord(singleLinkNames, Prisma.sql`${origin.taskId}::uuid`);
  const direct = Prisma.sql`select c.id from cases c where ${own}`;
  return Prisma.sql`${direct} union select child.id from cases child where child.parent_id in (${direct})`;
}

/** PRO-3, PRO-8 · Proactive cases generated from the record, one per customer, whatever their state and link are now. */
function generated(origin: Origin): Prisma.Sql {
  const isOfIt = 'taskId' in origin ? Prisma.sql`p.source_id = ${origin.taskId}::uuid` : Prisma.sql`false`;
  return Prisma.sql`
    select t.id, t.number, coalesce(p.account_id, p.consumer_id) as customer_id
    from proactive_cases p join tasks t on t.id = p.case_id where ${isOfIt}`;
}

/**
 * IMP-1 · Tables for a query, after `with recursive`. `impacted`: each configuration item once, with its number of steps above
 * the failing item and the item below it (`via`). `hit`: install base items on one of them. `associated`: cases of customers.
 * `generated`: cases generated from the record. A customer is an account, or with `is_consumer` a consumer. A trigger refuses
 * circular dependencies, so the recursion ends.
 */
export const affectedTables = (origin: Origin): Prisma.Sql => Prisma.sql`
  step (id, depth, via) as (
    select failing.id, 0, null::uuid from (${failing(origin)}) failing (id)
    union
    select r.parent_id, step.depth + 1, step.id from step join ci_relationships r on r.child_id = step.id
  ),
  impacted as materialized (select distinct on (id) id, depth, via from step order by id, depth, via),
  hit as materialized (
    select b.id, b.name, b.product_id, b.configuration_item_id, coalesce(b.account_id, b.consumer_id) as customer_id,
      b.account_id is null as is_consumer
    from install_base_items b join impacted on impacted.id = b.configuration_item_id
  ),
  associated as materialized (
    select t.id, t.number, c.proactive, c.parent_id, coalesce(t.consumer_id, t.account_id) as customer_id,
      t.consumer_id is not null as is_consumer
    from (${associated(origin)}) own join cases c on c.id = own.id join tasks t on t.id = c.id
    where coalesce(t.consumer_id, t.account_id) is not null
  ),
  generated as materialized (${generated(origin)})`;

/**
 * IMP-2 · After those, `affected`: each customer once, with the number of install base items hit, whether one of these carries
 * or needs a business service that is not operational, whether the record has a proactive case for the customer, and the result
 * of the messages to the customer: `contact` is null if none was written.
 */
export const affectedByCustomer = (origin: Origin): Prisma.Sql => Prisma.sql`
  broken as (
    select i.id from impacted i join configuration_items c on c.id = i.id
    where c.class = 'Business service' and c.operational_status <> 'Operational'
  ),
  above_broken (id, broken_id) as (
    select id, id from broken union select r.parent_id, a.broken_id from above_broken a join ci_relationships r on r.child_id = a.id
  ),
  below_broken (id, broken_id) as (
    select id, id from broken
    union select r.child_id, b.broken_id from below_broken b join ci_relationships r on r.parent_id = b.id
      join impacted i on i.id = r.child_id
  ),
  critical as materialized (
    select a.id, min(c.name) as service from (select * from above_broken union select * from below_broken) a
      join configuration_items c on c.id = a.broken_id group by a.id
  ),
  ${messageTables(origin)},
  affected as materialized (
    select each.*, g.id is not null as proactive, g.id as proactive_id, message.contact, message.because
    from (
      select customer_id, bool_or(is_consumer) as is_consumer, count(item_id)::int as items,
        bool_or(service is not null) as critical, min(service) as critical_service
      from (
        select customer_id, is_consumer, hit.id as item_id, critical.service
        from hit left join critical on critical.id = hit.configuration_item_id
        union all select customer_id, is_consumer, null, null from associated
      ) one
      group by customer_id
    ) each
    left join generated g using (customer_id) left join message using (customer_id)
  )`;

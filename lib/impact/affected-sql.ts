import { Prisma } from '#lib/platform/db.ts';
import { singleLinkNames } from '#lib/related/link.ts';
import { hasRecord } from '#lib/related/link-sql.ts';

/** What may fail: what a record is about, or any configuration item. */
export type Origin = { taskId: string } | { configurationItemId: string };

/** What the record is about: its configuration item, and the service of an incident. */
function failing(origin: Origin): Prisma.Sql {
  if (!('taskId' in origin)) return Prisma.sql`select ${origin.configurationItemId}::uuid`;
  const id = Prisma.sql`${origin.taskId}::uuid`;
  return Prisma.sql`
    select configuration_item_id from tasks where id = ${id} and configuration_item_id is not null
    union select service_id from incidents where id = ${id} and service_id is not null`;
}

/** The cases that have the record, themselves or by their major case; a configuration item has none. */
function associated(origin: Origin): Prisma.Sql {
  if (!('taskId' in origin)) return Prisma.sql`select null::uuid as id where false`;
  const own = hasRecord(singleLinkNames, Prisma.sql`${origin.taskId}::uuid`);
  const direct = Prisma.sql`select c.id from cases c where ${own}`;
  return Prisma.sql`${direct} union select child.id from cases child where child.parent_id in (${direct})`;
}

/**
 * IMP-1 · Tables of a query, after `with recursive`: `impacted` configuration items with how many steps they stand above what
 * fails, each once; `hit` install base items on one of them; the `associated` cases of customers. Of `hit` and `associated`
 * either `account_id` or `consumer_id` is set. What depends on itself is refused by a trigger, so the way up ends.
 */
export const affectedTables = (origin: Origin): Prisma.Sql => Prisma.sql`
  step (id, depth) as (
    select failing.id, 0 from (${failing(origin)}) failing (id)
    union
    select r.parent_id, step.depth + 1 from step join ci_relationships r on r.child_id = step.id
  ),
  impacted as materialized (select id, min(depth) as depth from step group by id),
  hit as materialized (
    select b.id, b.name, b.product_id, b.configuration_item_id, b.account_id, b.consumer_id
    from install_base_items b join impacted on impacted.id = b.configuration_item_id
  ),
  associated as materialized (
    select t.id, t.number, t.state, t.active, c.proactive, c.parent_id,
      case when t.consumer_id is null then t.account_id end as account_id, t.consumer_id
    from (${associated(origin)}) own join cases c on c.id = own.id join tasks t on t.id = c.id
    where t.account_id is not null or t.consumer_id is not null
  )`;

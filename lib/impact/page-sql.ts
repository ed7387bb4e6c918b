import { readableOf } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { Prisma } from '#lib/platform/db.ts';
import { MAX_COUNTED } from '#lib/record/counted.ts';
import { pillConditions } from './pill-sql.ts';
import type { ImpactPill } from './pills.ts';

export type Page = { pill: ImpactPill; after: string | null; size: number };

/** The customers of one page, after the customer `after`: accounts before consumers, by name. */
const pageTable = ({ pill, after, size }: Page) => Prisma.sql`
  page as materialized (
    select f.*, coalesce(a.name, u.name) as name, coalesce(u.active, true) as active, a.number as account_number, coalesce(a.contract_value, 0) as contract_value
    from affected f left join accounts a on a.id = f.customer_id left join users u on u.id = f.customer_id
    where ${pillConditions[pill]} and (${after}::uuid is null
      or (f.is_consumer, coalesce(a.name, u.name), f.customer_id) > (
        select l.is_consumer, l.name, l.id from (
          select false, name, id from accounts where id = ${after}::uuid
          union all select true, name, id from users where id = ${after}::uuid) l (is_consumer, name, id)))
    order by f.is_consumer, coalesce(a.name, u.name), f.customer_id limit ${size}
  )`;

/** Why a customer is affected: the install base item closest to the failing item, and the path of items between them. */
const whyTables = Prisma.sql`
  nearest as materialized (
    select distinct on (p.customer_id) p.customer_id, h.name as item, h.configuration_item_id
    from page p join hit h using (customer_id) join impacted i on i.id = h.configuration_item_id
    order by p.customer_id, i.depth, h.name, h.id
  ),
  way (target, via, ids) as (
    select i.id, i.via, array[i.id] from impacted i where i.id in (select configuration_item_id from nearest)
    union all
    select way.target, i.via, i.id || way.ids from way join impacted i on i.id = way.via
  ),
  path as materialized (
    select way.target, array_agg(c.name order by at.n) as steps
    from way cross join unnest(way.ids) with ordinality at (id, n) join configuration_items c on c.id = at.id
    where way.via is null group by way.target
  )`;

/** The other columns: products, and the record's cases that the actor may see. */
const besideTables = (actor: Actor) => Prisma.sql`
  named_products as materialized (
    select h.customer_id, array_agg(distinct pr.name order by pr.name) as products
    from page p join hit h using (customer_id) join products pr on pr.id = h.product_id group by h.customer_id
  ),
  own_cases as materialized (
    select a.customer_id, array_agg(a.number order by a.number) filter (where p.proactive_id is distinct from a.id) as others,
      min(major.number) as major
    from page p join associated a using (customer_id)
      left join tasks major on major.id = a.parent_id
        and exists (select from tasks t where t.id = major.id and (${readableOf('case', actor)}))
    where exists (select from tasks t where t.id = a.id and (${readableOf('case', actor)}))
    group by a.customer_id
  ),
  own_proactive as materialized (
    select p.customer_id, t.number from page p join tasks t on t.id = p.proactive_id where ${readableOf('case', actor)}
  )`;

/** All open cases of the customer in row `p` that the actor may see, about any record: the same as in the linked list. */
const openCases = (actor: Actor) => Prisma.sql`(
  select count(*)::int from (
    select t.id from tasks t
    where t.id in (
        select id from tasks where account_id = p.customer_id and active
        union all select id from tasks where consumer_id = p.customer_id and active)
      and t.kind = 'case' and (${readableOf('case', actor)})
    limit ${MAX_COUNTED + 1}::int) t)`;

/** After the tables of affected customers: one page of rows that the actor may see. */
export const pageOfAffected = (actor: Actor, page: Page): Prisma.Sql => Prisma.sql`
  ${pageTable(page)}, ${whyTables}, ${besideTables(actor)}
  select p.customer_id as id, p.is_consumer as "isConsumer", p.name, p.account_number as "accountNumber",
    (p.contract_value * 100)::bigint as "contractCents", p.items, coalesce(p.critical, false) as critical, p.critical_service as "criticalService",
    p.active, p.contact, p.because, p.proactive as "hasProactive", path.steps, nearest.item,
    coalesce(named_products.products, '{}') as products, coalesce(own_cases.others[1:3], '{}') as "otherCases",
    coalesce(array_length(own_cases.others, 1), 0) as "otherCount", own_proactive.number as "proactiveCase",
    own_cases.major as "majorCase", ${openCases(actor)} as "openCases"
  from page p left join nearest using (customer_id) left join path on path.target = nearest.configuration_item_id
    left join named_products using (customer_id) left join own_cases using (customer_id)
    left join own_proactive using (customer_id)
  order by p.is_consumer, p.name, p.customer_id`;

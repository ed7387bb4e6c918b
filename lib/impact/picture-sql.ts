import { Prisma } from '#lib/platform/db.ts';
import { DEEPEST, MAX_ACCOUNTS, MAX_IN_COLUMN } from './picture.ts';

/** The key of a node: the first of a column have their own; the rest share the key of the folded node. */
const foldedKey = (id: Prisma.Sql, place: Prisma.Sql, all: Prisma.Sql, fold: Prisma.Sql) =>
  Prisma.sql`case when ${all} <= ${MAX_IN_COLUMN}::int or ${place} < ${MAX_IN_COLUMN}::int then ${id}::text else ${fold} end`;

/** Configuration items with the key of their node: business services first, then by name. */
const items = Prisma.sql`
  placed as (
    select i.id, least(i.depth, ${DEEPEST}::int) as depth, c.name, c.class = 'Business service' as is_service,
      c.class = 'Business service' and c.operational_status <> 'Operational' as broken,
      row_number() over (partition by least(i.depth, ${DEEPEST}::int)
        order by (c.class = 'Business service') desc, c.name) as place,
      count(*) over (partition by least(i.depth, ${DEEPEST}::int)) as all_there
    from impacted i join configuration_items c on c.id = i.id
  ),
  item as materialized (
    select id, depth, name, is_service, broken, ${foldedKey(
      Prisma.sql`id`,
      Prisma.sql`place`,
      Prisma.sql`all_there`,
      Prisma.sql`'items-' || depth`,
    )} as key from placed
  )`;

/** Products with the key of their node: those with the most install base items first. */
const products = Prisma.sql`
  counted as (
    select h.product_id as id, p.name, row_number() over (order by count(*) desc, p.name) as place,
      count(*) over () as all_there
    from hit h join products p on p.id = h.product_id group by h.product_id, p.name
  ),
  product as materialized (
    select id, name, ${foldedKey(
      Prisma.sql`id`,
      Prisma.sql`place`,
      Prisma.sql`all_there`,
      Prisma.sql`'products'`,
    )} as key from counted
  )`;

/** Customers with the key of their node: many accounts are one node; consumers always are. */
const customers = Prisma.sql`
  concerned as (
    select customer_id as id, is_consumer from hit union select customer_id, is_consumer from associated
  ),
  customer as materialized (
    select f.id, f.is_consumer, a.name, case when f.is_consumer then 'consumers'
      when count(*) filter (where not f.is_consumer) over () > ${MAX_ACCOUNTS}::int then 'accounts' else f.id::text end as key
    from concerned f left join accounts a on a.id = f.id
  ),
  only_by_case as materialized (
    select distinct customer_id as id from associated where customer_id not in (select customer_id from hit)
  )`;

const node = (sort: Prisma.Sql, depth: Prisma.Sql, broken: Prisma.Sql, from: Prisma.Sql) => Prisma.sql`
  select key, ${sort} as sort, ${depth} as depth, case when count(*) = 1 and min(name) is not null then min(name) end as name,
    count(*)::int as count, ${broken} as broken from ${from} group by key`;

const nodes = Prisma.sql`
  ${node(Prisma.sql`case when bool_and(is_service) then 'service' else 'item' end`, Prisma.sql`min(depth)`, Prisma.sql`bool_or(broken)`, Prisma.sql`item`)}
  union all ${node(Prisma.sql`'product'`, Prisma.sql`0`, Prisma.sql`false`, Prisma.sql`product`)}
  union all ${node(Prisma.sql`case when bool_or(is_consumer) then 'consumer' else 'account' end`, Prisma.sql`0`, Prisma.sql`false`, Prisma.sql`customer`)}
  union all select 'cases', 'cases', 0, null, count(*)::int, false
    from associated where customer_id in (select id from only_by_case) having count(*) > 0`;

const edges = Prisma.sql`
  select distinct lower.key as "from", upper.key as "to", 1 as count from item upper
    join ci_relationships r on r.parent_id = upper.id join item lower on lower.id = r.child_id
    where lower.depth < upper.depth
  union select item.key, product.key, 1 from hit h join item on item.id = h.configuration_item_id
    join product on product.id = h.product_id
  union all select product.key, customer.key, count(distinct customer.id)::int
    from hit h join product on product.id = h.product_id join customer on customer.id = h.customer_id
    group by product.key, customer.key
  union all select 'cases', customer.key, count(*)::int from only_by_case join customer using (id) group by customer.key`;

/** IMP-3 · After `affectedTables`: one row with the nodes and edges of the picture, whatever the number of customers. */
export const pictureOfAffected = Prisma.sql`${items}, ${products}, ${customers}
  select coalesce((select json_agg(n order by n.depth, n.name is null, n.name) from (${nodes}) n), '[]') as nodes,
    coalesce((select json_agg(e order by e."from", e."to") from (${edges}) e), '[]') as edges`;

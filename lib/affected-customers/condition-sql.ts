import { Prisma } from '#lib/platform/db.ts';
import { begins, holds } from '#lib/platform/folded-sql.ts';
import type { Condition, Term } from './condition.ts';
import type { TermFieldName } from './condition-fields.ts';
import type { CustomerSort } from './customer-sort.ts';

/** The customers `n`, with their id and name: accounts, or active consumers. */
export const customersSql: Readonly<Record<CustomerSort, Prisma.Sql>> = {
  accounts: Prisma.sql`accounts n`,
  consumers: Prisma.sql`(select u.*, '' as number from users u join consumers c using (id) where u.active) n`,
};

const ownerSql: Readonly<Record<CustomerSort, Prisma.Sql>> = {
  accounts: Prisma.sql`o.account_id = n.id`,
  consumers: Prisma.sql`o.consumer_id = n.id`,
};

const columns: Partial<Readonly<Record<TermFieldName, Prisma.Sql>>> = {
  name: Prisma.sql`n.name`,
  address: Prisma.sql`n.address`,
  phone: Prisma.sql`n.phone`,
  email: Prisma.sql`coalesce(n.email, '')`,
  timeZone: Prisma.sql`coalesce(n.time_zone, '')`,
};

function textSql(column: Prisma.Sql, { operator, value }: Term): Prisma.Sql {
  if (operator === 'begins') return begins(column, value);
  return operator === 'lacks' ? Prisma.sql`not (${holds(column, value)})` : holds(column, value);
}

/** The customer has the product as an asset or in the install base. */
const ownsProduct = (of: CustomerSort, id: string) => Prisma.sql`(
  exists (select from install_base_items o where o.product_id = ${id}::uuid and ${ownerSql[of]})
  or exists (select from assets o where o.product_id = ${id}::uuid and ${ownerSql[of]}))`;

/** An install base item runs on the configuration item or on an item that depends on it; a trigger prevents circles. */
function isOnItem(of: CustomerSort, { operator, value }: Term): Prisma.Sql {
  const items =
    operator === 'depends'
      ? Prisma.sql`(with recursive up (id) as (select ${value}::uuid
          union select r.parent_id from up join ci_relationships r on r.child_id = up.id) select id from up)`
      : Prisma.sql`(select ${value}::uuid)`;
  return Prisma.sql`exists (select from install_base_items o where o.configuration_item_id in ${items} and ${ownerSql[of]})`;
}

function termSql(of: CustomerSort, term: Term): Prisma.Sql {
  const { field, operator, value } = term;
  const unless = (holds: Prisma.Sql) => (operator === 'lacks' ? Prisma.sql`not ${holds}` : holds);
  if (field === 'product') return unless(ownsProduct(of, value));
  if (field === 'item') return unless(isOnItem(of, term));
  if (field === 'parent') return unless(Prisma.sql`(n.parent_id is not distinct from ${value}::uuid)`);
  if (field === 'partner') return Prisma.sql`n.partner = ${value === 'true'}`;
  if (field === 'language') return Prisma.sql`n.language = ${value}`;
  if (field === 'contractValue')
    return Prisma.sql`n.contract_value ${operator === 'most' ? Prisma.sql`<=` : Prisma.sql`>=`} ${value}::numeric`;
  return textSql(columns[field] ?? Prisma.sql`n.name`, term);
}

/** MAJ-5 · Whether the customer `n` meets a condition. */
export function matchesSql(of: CustomerSort, { match, terms }: Condition): Prisma.Sql {
  const each = terms.map((term) => termSql(of, term));
  return Prisma.sql`(${Prisma.join(each, match === 'all' ? ' and ' : ' or ')})`;
}

import { kindsToAdd, opensCasesFor } from '#lib/access/customers.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { begins, hasWordBeginning, holds } from '#lib/platform/folded-sql.ts';
import { searchInput } from '#lib/platform/text-input.ts';
import { addOption, type Customer, type CustomerOption, phoneDigits } from '../customer-option.ts';

const SHOWN = 20;

type Row = { id: string; label: string; is: Customer['is']; accountId: string | null; account: string };

/** People `u` by name or email address, and contacts also by their account's name, number and phone. */
function found(words: string): Prisma.Sql {
  if (!words) return Prisma.sql`true`;
  const digits = phoneDigits(words);
  const byPhone = digits
    ? Prisma.sql`or regexp_replace(a.phone, '[^0-9]', '', 'g') like ${`%${digits}%`}`
    : Prisma.empty;
  return Prisma.sql`u.id in (
    select id from users where ${holds(Prisma.sql`name`, words)} or ${holds(Prisma.sql`email`, words)}
    union select c.id from accounts a join contacts c on c.account_id = a.id
    where ${holds(Prisma.sql`a.name`, words)} or ${holds(Prisma.sql`a.number`, words)} ${byPhone})`;
}

/**
 * ACC-6, ACC-14 · Contacts and consumers for whom the actor may open a case; names that begin with the words come first.
 * Without matches, offers to add one (ACC-14).
 */
export async function findCustomers(actor: Actor, words: string): Promise<CustomerOption[]> {
  const kinds = opensCasesFor(actor);
  if (kinds.length === 0) return [];
  const searchText = searchInput(words);
  const first = searchText
    ? Prisma.sql`${begins(Prisma.sql`u.name`, searchText)} desc, ${hasWordBeginning(Prisma.sql`u.name`, searchText)} desc,`
    : Prisma.empty;
  const rows = await db().$queryRaw<Row[]>`
    select u.id, u.name as label, u.kind::text as is, a.id as "accountId", coalesce(a.name, '') as account
    from users u left join contacts c on c.id = u.id left join accounts a on a.id = c.account_id
    where u.active and u.kind = any(${kinds}::user_kind[]) and ${found(searchText)}
    order by ${first} u.name, u.id limit ${SHOWN}`;
  if (rows.length === 0) return addOption(words, kindsToAdd(actor));
  return rows.map(({ id, label, ...customer }) => ({
    id,
    label,
    detail: customer.is === 'consumer' ? 'Consumer' : customer.account,
    customer,
  }));
}

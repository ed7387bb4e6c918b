import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { holds } from '#lib/platform/folded-sql.ts';
import { pageOf } from '#lib/platform/keyset.ts';
import { searchInput } from '#lib/platform/text-input.ts';
import { notFound } from '#lib/platform/verdict.ts';
import { type CustomerList, customerLists } from '../lists.ts';

/** A row; its cells follow the list's columns. */
export type CustomerRow = { id: string; name: string; href: string; cells: string[] };

/** A page begins after, or ends before, the row with this name and id. */
export type NameCursor = { name: string; id: string };

export type CustomerPage = { rows: CustomerRow[]; next: NameCursor | null; previous: NameCursor | null };

const PAGE = 50;

/** The query of each list on the alias `n`, with name and id; `also` is searched in addition to the name. */
const sources: Readonly<Record<CustomerList, { select: Prisma.Sql; from: Prisma.Sql; also: Prisma.Sql }>> = {
  accounts: {
    select: Prisma.sql`'/workspace/customers/accounts/' || n.number as href,
      array[n.number, coalesce(p.name, ''), n.phone, coalesce(parent.name, '')] as cells`,
    from: Prisma.sql`accounts n left join users p on p.id = n.primary_contact_id
      left join accounts parent on parent.id = n.parent_id where true`,
    also: Prisma.sql`n.number`,
  },
  contacts: {
    select: Prisma.sql`'/workspace/customers/contacts/' || n.id as href,
      array[a.name, coalesce(n.email, ''), case when n.active then 'Yes' else 'No' end] as cells`,
    from: Prisma.sql`users n join contacts c on c.id = n.id join accounts a on a.id = c.account_id where n.kind = 'contact'`,
    also: Prisma.sql`n.email`,
  },
  consumers: {
    select: Prisma.sql`'/workspace/customers/consumers/' || n.id as href,
      array[coalesce(n.email, ''), case when n.active then 'Yes' else 'No' end] as cells`,
    from: Prisma.sql`users n where n.kind = 'consumer'`,
    also: Prisma.sql`n.email`,
  },
};

type Query = { words?: string; after?: NameCursor | null; before?: NameCursor | null };

/** Accounts, contacts or consumers by name, 50 a page by keyset. Users without access are refused like a missing page. */
export async function listCustomers(
  actor: Actor,
  list: CustomerList,
  { words = '', after, before }: Query = {},
): Promise<CustomerPage> {
  if (!customerLists[list].may(actor)) throw notFound('list');
  const { select, from, also } = sources[list];
  const searchText = searchInput(words);
  const found = searchText
    ? Prisma.sql`and (${holds(Prisma.sql`n.name`, searchText)} or ${holds(also, searchText)})`
    : Prisma.empty;
  const cursor = before ?? after;
  const than = Prisma.raw(before ? '<' : '>');
  const beyond = cursor ? Prisma.sql`and (n.name, n.id) ${than} (${cursor.name}, ${cursor.id}::uuid)` : Prisma.empty;
  const direction = Prisma.raw(before ? 'desc' : 'asc');
  const rows = await db().$queryRaw<CustomerRow[]>`
    select n.id, n.name, ${select} from ${from} ${found} ${beyond} order by n.name ${direction}, n.id ${direction} limit ${PAGE + 1}`;
  const page = pageOf(rows, PAGE, before ? 'before' : after ? 'after' : 'first');
  return { rows: page.rows, next: cursorOf(page.next), previous: cursorOf(page.previous) };
}

function cursorOf(row: CustomerRow | null): NameCursor | null {
  return row && { name: row.name, id: row.id };
}

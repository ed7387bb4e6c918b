import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { begins, holds } from '#lib/platform/folded-sql.ts';
import { searchInput } from '#lib/platform/text-input.ts';
import { customersSql } from '../condition-sql.ts';
import { customerColumn } from '../customer-column.ts';
import type { CustomersQuery } from '../schema.ts';
import { readableList } from './readable-list.ts';

/** A customer who can be put on a list. */
export type CustomerToAdd = { id: string; label: string; detail: string };

const SHOWN = 20;

/** MAJ-5 · Type-ahead of customers not yet on a list; names that begin with the text come first. */
export async function customersToAdd(actor: Actor, { q, ...which }: CustomersQuery): Promise<CustomerToAdd[]> {
  const { id, of } = await readableList(actor, which);
  const searchText = searchInput(q);
  const detail = of === 'accounts' ? Prisma.sql`n.number` : Prisma.sql`coalesce(n.email, '')`;
  const named = searchText
    ? Prisma.sql`(${holds(Prisma.sql`n.name`, searchText)} or ${holds(detail, searchText)})`
    : Prisma.sql`true`;
  const first = searchText ? Prisma.sql`${begins(Prisma.sql`n.name`, searchText)} desc,` : Prisma.empty;
  return db().$queryRaw<CustomerToAdd[]>`
    select n.id, n.name as label, ${detail} as detail from ${customersSql[of]}
    where ${named} and not exists (
      select from recipients r where r.list_id = ${id}::uuid and r.${customerColumn(of)} = n.id and not r.dynamically_added)
    order by ${first} n.name, n.id limit ${SHOWN}`;
}

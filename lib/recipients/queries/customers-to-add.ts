import { containing } from '#lib/customer/pattern.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { customersSql } from '../condition-sql.ts';
import { customerColumn } from '../customer-column.ts';
import type { CustomersQuery } from '../schema.ts';
import { readableList } from './readable-list.ts';

/** A customer who can be put on a list. */
export type CustomerToAdd = { id: string; label: string; detail: string };

const SHOWN = 20;

/** MAJ-5 · Type-ahead of who is not on a list yet, those first whose name begins so. */
export async function customersToAdd(actor: Actor, { q, ...which }: CustomersQuery): Promise<CustomerToAdd[]> {
  const { id, of } = await readableList(actor, which);
  const pattern = containing(q);
  const detail = of === 'accounts' ? Prisma.sql`n.number` : Prisma.sql`coalesce(n.email, '')`;
  const named = pattern ? Prisma.sql`(n.name ilike ${pattern} or ${detail} ilike ${pattern})` : Prisma.sql`true`;
  const first = pattern ? Prisma.sql`n.name ilike ${pattern.slice(1)} desc,` : Prisma.empty;
  return db().$queryRaw<CustomerToAdd[]>`
    select n.id, n.name as label, ${detail} as detail from ${customersSql[of]}
    where ${named} and not exists (
      select from recipients r where r.list_id = ${id}::uuid and r.${customerColumn(of)} = n.id and not r.dynamically_added)
    order by ${first} n.name, n.id limit ${SHOWN}`;
}

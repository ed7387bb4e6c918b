import { Prisma } from '#lib/platform/db.ts';

/** ADM-6 · The ids of an account and of all below it, of which none can be above it. */
export const accountsBelow = (id: string): Prisma.Sql => Prisma.sql`
  with recursive below as (
    select ${id}::uuid as id union select a.id from accounts a join below on a.parent_id = below.id
  )
  select id from below`;

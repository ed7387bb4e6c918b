import { Prisma } from '#lib/platform/db.ts';

/** ADM-6 · The ids of an account and of all accounts below it. None of them can become its parent. */
export const accountsBelow = (id: string): Prisma.Sql => Prisma.sql`
  with recursive below as (
    select ${id}::uuid as id union select a.id from accounts a join below on a.parent_id = below.id
  )
  select id from below`;

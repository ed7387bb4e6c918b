import { Prisma } from '#lib/platform/db.ts';

/** POR-22 · The state of the request that the case `t` has as its child; null where it has none. Of several the first decides. */
export const requestState = Prisma.sql`(select asked.state from requests own join tasks asked on asked.id = own.id
  where own.case_id = t.id order by asked.opened_at, asked.id limit 1)`;

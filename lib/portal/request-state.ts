import { Prisma } from '#lib/platform/db.ts';

/** POR-22 · The state of the request of the case `t`; null if the case is no order. The first of several requests decides. */
export const requestState = Prisma.sql`(select asked.state from requests own join tasks asked on asked.id = own.id
  join cases ordered on ordered.id = own.case_id and ordered.initiated_as_request where own.case_id = t.id order by asked.opened_at, asked.id limit 1)`;

import { Prisma } from '#lib/platform/db.ts';

/** CHG-1, POR-7 · The approval `a` asks one of those who were asked last about its record: the others have heard of it. */
export const lastAsked = Prisma.sql`a.requested_at = (select max(latest.requested_at) from approvals latest where latest.task_id = a.task_id)`;

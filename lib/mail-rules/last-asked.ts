import { Prisma } from '#lib/platform/db.ts';

/** CHG-1, POR-7 · The approval `a` belongs to the latest request for its record; earlier approvers were already emailed. */
export const lastAsked = Prisma.sql`a.requested_at = (select max(latest.requested_at) from approvals latest where latest.task_id = a.task_id)`;

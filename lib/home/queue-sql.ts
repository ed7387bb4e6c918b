import { Prisma } from '#lib/platform/db.ts';

/** The task `t` is not a child of a major case. Children appear in no queue and in no default view of the lists. */
export const inQueue = Prisma.sql`not exists (select from cases child where child.id = t.id and child.parent_id is not null)`;

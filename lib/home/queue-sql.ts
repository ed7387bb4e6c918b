import { Prisma } from '#lib/platform/db.ts';

/** The task `t` is no child of a major case: those are in nobody's queue, as in the views of the lists. */
export const inQueue = Prisma.sql`not exists (select from cases child where child.id = t.id and child.parent_id is not null)`;

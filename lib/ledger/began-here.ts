import { Prisma } from '#lib/platform/db.ts';
import { parentOf } from '#lib/record/part-sql.ts';

/**
 * SYNC-6 · The cause `c` of the update `l` started on the update's record or on a part of it. A cause can have updates of
 * several records; its emails count only for the record where it started.
 */
export const beganHere = Prisma.sql`(${parentOf(Prisma.sql`c.task_id`)} = l.source_id)`;

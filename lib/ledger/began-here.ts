import { Prisma } from '#lib/platform/db.ts';
import { parentOf } from '#lib/record/part-sql.ts';

/**
 * SYNC-6 · The cause `c` of the update `l` began with the update's record, or with a part of it. A cause may have updates of several
 * records: its emails belong to this one alone.
 */
export const beganHere = Prisma.sql`(${parentOf(Prisma.sql`c.task_id`)} = l.source_id)`;

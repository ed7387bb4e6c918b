import { readableTasks } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';

/** The count stops here. */
const MAX_COUNTED = 100;

/** SQL expression: how many lines the actor has not read, only about records that the actor may see. */
export const unreadCount = (actor: Actor) => Prisma.sql`(select count(*)::int from (
  select from inbox_items n join tasks t on t.id = n.task_id
  where n.user_id = ${actor.id}::uuid and n.read_at is null and ${readableTasks(actor)} limit ${MAX_COUNTED}) unread)`;

/** How many inbox lines the actor has not read. */
export async function countUnread(actor: Actor): Promise<number> {
  const [row] = await db().$queryRaw<{ unread: number }[]>`/* prepared */ select ${unreadCount(actor)} as unread`;
  return row?.unread ?? 0;
}

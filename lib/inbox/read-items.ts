import { readableTasks } from '#lib/access/readable.ts';
import { inboxMessage, notifications } from '#lib/announce/publish.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { Prisma } from '#lib/platform/db.ts';

/** Which lines are marked as read: those about one record, or all visible ones up to a time. */
export type Read = { taskId: string } | { until: Date };

/** A statement that marks lines of the actor's inbox as read and returns their ids. */
export function readItems(actor: Actor & { id: string }, read: Read, at: Date): Prisma.Sql {
  const which =
    'taskId' in read
      ? Prisma.sql`n.task_id = ${read.taskId}::uuid`
      : Prisma.sql`n.created_at <= ${read.until} and exists (select from tasks t where t.id = n.task_id and ${readableTasks(actor)})`;
  return Prisma.sql`
    update inbox_items n set read_at = ${at} where n.user_id = ${actor.id}::uuid and n.read_at is null and ${which}
    returning n.id`;
}

/** Notifies the user's open pages if lines were marked as read; `items` are the rows of that statement. */
export function announceRead({ id }: { id: string }, items: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`${notifications([inboxMessage([id])])} where exists (select from ${items})`;
}

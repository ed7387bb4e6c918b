import { Prisma } from '#lib/platform/db.ts';

/**
 * DASH-1 · SQL: when staff commented on a record; `taskId` is an expression of the outer query. Comments by rules don't count.
 * Looks up the author per entry, because a join would sort people and entries again for every record.
 */
export function answersOf(taskId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`select e.created_at from journal_entries e
    where e.task_id = ${taskId} and e.type = 'comment'
      and (select u.kind from users u where u.id = e.author_id) = 'internal'`;
}

import { Prisma } from '#lib/platform/db.ts';

/**
 * DASH-1 · When staff commented on a record, as a query; `taskId` is an expression of the query around it. Rules answer nobody. The
 * author is looked up entry by entry: a join would sort people and entries anew for every record.
 */
export function answersOf(taskId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`select e.created_at from journal_entries e
    where e.task_id = ${taskId} and e.type = 'comment'
      and (select u.kind from users u where u.id = e.author_id) = 'internal'`;
}

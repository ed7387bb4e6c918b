import { Prisma } from '#lib/platform/db.ts';

/** DASH-1 · When staff commented on a record, as a query; `taskId` is an expression of the query around it. Rules answer nobody. */
export function answersOf(taskId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`select e.created_at from journal_entries e join users u on u.id = e.author_id
    where e.task_id = ${taskId} and e.type = 'comment' and u.kind = 'internal'`;
}

import { Prisma } from '#lib/platform/db.ts';
import type { TaskKind } from '#lib/task/kind.ts';
import { wholeOf } from '#lib/task/part-sql.ts';

/** The customer of a case, or who asked for a request. */
export type CommentReader = { id: string; name: string; active: boolean; hasAddress: boolean; customer: boolean };

/** The one to whom comments on the task `t` are mailed, as JSON: a `CommentReader`. */
export function readerOf(kind: TaskKind): Prisma.Sql {
  const requester = Prisma.sql`(select r.requested_for_id from requests r where r.id = ${wholeOf(Prisma.sql`t.id`, [kind])})`;
  const persons: Partial<Record<TaskKind, Prisma.Sql>> = {
    case: Prisma.sql`coalesce(t.contact_id, t.consumer_id)`,
    incident: Prisma.sql`(select i.caller_id from incidents i where i.id = t.id)`,
  };
  const person = persons[kind] ?? requester;
  return Prisma.sql`
    (select json_build_object('id', u.id, 'name', u.name, 'active', u.active, 'hasAddress', u.email is not null,
       'customer', u.audience = 'external') from users u where u.id = ${person})`;
}

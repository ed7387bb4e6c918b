import { readerOfComments } from '#lib/kinds/person-sql.ts';
import { Prisma } from '#lib/platform/db.ts';
import type { TaskKind } from '#lib/record/kind.ts';

/** The customer of a case, or who asked for a request. */
export type CommentReader = {
  id: string;
  name: string;
  active: boolean;
  hasAddress: boolean;
  /** MAIL-6 · Why the last email to the address did not arrive; empty: nothing is known against it. */
  unreachable: string;
  customer: boolean;
};

/** The one to whom comments on the task `t` are mailed, as JSON: a `CommentReader`. */
export function readerOf(kind: TaskKind): Prisma.Sql {
  return Prisma.sql`
    (select json_build_object('id', u.id, 'name', u.name, 'active', u.active, 'hasAddress', u.email is not null,
       'unreachable', u.unreachable_reason, 'customer', u.audience = 'external') from users u where u.id = ${readerOfComments(kind)})`;
}

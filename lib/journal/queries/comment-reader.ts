import { readerOfComments } from '#lib/kinds/person-sql.ts';
import { Prisma } from '#lib/platform/db.ts';
import type { TaskKind } from '#lib/record/kind.ts';

/** The customer of a case, or the requester of a request. */
export type CommentReader = {
  id: string;
  name: string;
  active: boolean;
  hasAddress: boolean;
  /** MAIL-6 · Why the last email to the address did not arrive; empty: no known failure. */
  unreachable: string;
  customer: boolean;
};

/** The person who gets comments on the task `t` by email, as JSON: a `CommentReader`. */
export function readerOf(kind: TaskKind): Prisma.Sql {
  return Prisma.sql`
    (select json_build_object('id', u.id, 'name', u.name, 'active', u.active, 'hasAddress', u.email is not null,
       'unreachable', u.unreachable_reason, 'customer', u.audience = 'external') from users u where u.id = ${readerOfComments(kind)})`;
}

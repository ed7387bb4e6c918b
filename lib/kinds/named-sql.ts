import { can } from '#lib/access/policy.ts';
import { readableTasks } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { Prisma } from '#lib/platform/db.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { definitions } from './definitions.ts';
import { namesTask } from './reference.ts';

/** The fields of a kind that name another record. */
const namingFields = (kind: TaskKind): string[] =>
  Object.entries(definitions[kind].fields).flatMap(([name, field]) =>
    field.type === 'reference' && namesTask(field.target) ? [name] : [],
  );

/**
 * ACC-6 · Whether a record of the kind may show the number of the record `id`. Roles for the kind show every number. Actors who
 * see the record only as their own, or with their case, get the numbers of records that they may read.
 */
export function mayBeNamed(kind: TaskKind, actor: Actor, id: Prisma.Sql): Prisma.Sql {
  if (can(actor, 'see', kind)) return Prisma.sql`true`;
  return Prisma.sql`exists (select from (select ${id} as id) named join tasks t on t.id = named.id where ${readableTasks(actor)})`;
}

/** ACC-6 · The same for both values of a field change `f`. */
export function mayReadChange(kind: TaskKind, actor: Actor): Prisma.Sql {
  if (can(actor, 'see', kind)) return Prisma.sql`true`;
  const either = (value: Prisma.Sql) =>
    Prisma.sql`(${value} is null or ${mayBeNamed(kind, actor, Prisma.sql`${value}::uuid`)})`;
  return Prisma.sql`case when f.field = any(${namingFields(kind)}) then
    ${either(Prisma.sql`f.old_value`)} and ${either(Prisma.sql`f.new_value`)} else true end`;
}

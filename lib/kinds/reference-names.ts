import type { Actor } from '#lib/platform/actor.ts';
import { columnName } from '#lib/platform/column-name.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { identifier, kindTables } from '#lib/record/kind-table.ts';
import { definitions } from './definitions.ts';
import { mayBeNamed } from './named-sql.ts';
import { namesTask, referenceLabel } from './reference.ts';

/** The names of a record's references, by field. Empty fields have no entry. */
export type ReferenceNames = ReadonlyMap<string, string>;

/** The same as JSON, without numbers of records that the actor may not know (ACC-6): an expression of a query with the task `t` and its kind's row `o`. */
export function namesOfReferences(kind: TaskKind, actor: Actor): Prisma.Sql {
  const names = Object.entries(definitions[kind].fields).flatMap(([name, field]) => {
    if (field.type !== 'reference') return [];
    const column = Prisma.raw(`${field.table === 'task' ? 't' : 'o'}.${columnName(name)}`);
    const label = referenceLabel(field.target, column);
    const shown = namesTask(field.target)
      ? Prisma.sql`case when ${mayBeNamed(kind, actor, column)} then ${label} end`
      : label;
    return [Prisma.sql`${Prisma.raw(`'${name}'`)}, ${shown}`];
  });
  return Prisma.sql`json_strip_nulls(json_build_object(${Prisma.join(names)}))`;
}

/** The names of all references of one record. */
export async function referenceNames(tx: Db, actor: Actor, kind: TaskKind, id: string): Promise<ReferenceNames> {
  const [row] = await tx.$queryRaw<{ names: Record<string, string> }[]>`
    /* prepared */ select ${namesOfReferences(kind, actor)} as names
    from tasks t join ${identifier(kindTables[kind].name)} o using (id) where t.id = ${id}::uuid`;
  return new Map(Object.entries(row?.names ?? {}));
}

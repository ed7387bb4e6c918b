import { columnName } from '#lib/platform/column-name.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { identifier, kindTables } from '#lib/record/kind-table.ts';
import { definitions } from './definitions.ts';
import { referenceLabel } from './reference.ts';

/** The names of a record's references, by field. Empty fields have no entry. */
export type ReferenceNames = ReadonlyMap<string, string>;

/** The same as JSON: an expression of a query with the task `t` and its kind's row `o`. */
export function namesOfReferences(kind: TaskKind): Prisma.Sql {
  const names = Object.entries(definitions[kind].fields).flatMap(([name, field]) => {
    if (field.type !== 'reference') return [];
    const column = Prisma.raw(`${field.table === 'task' ? 't' : 'o'}.${columnName(name)}`);
    return [Prisma.sql`${Prisma.raw(`'${name}'`)}, ${referenceLabel(field.target, column)}`];
  });
  return Prisma.sql`json_strip_nulls(json_build_object(${Prisma.join(names)}))`;
}

/** The names of all references of one record. */
export async function referenceNames(tx: Db, kind: TaskKind, id: string): Promise<ReferenceNames> {
  const [row] = await tx.$queryRaw<{ names: Record<string, string> }[]>`
    /* prepared */ select ${namesOfReferences(kind)} as names
    from tasks t join ${identifier(kindTables[kind].name)} o using (id) where t.id = ${id}::uuid`;
  return new Map(Object.entries(row?.names ?? {}));
}

import { columnName } from '#lib/platform/column-name.ts';
import { Prisma } from '#lib/platform/db.ts';
import { type TaskKind, taskKinds } from '#lib/record/kind.ts';
import { identifier, kindTables } from '#lib/record/kind-table.ts';
import { parentOf } from '#lib/record/part-sql.ts';
import { definitionOf } from './definitions.ts';

const nobody = Prisma.sql`null::uuid`;

const personIn = (kind: TaskKind) => definitionOf(taskKinds[kind].partOf?.kind ?? kind).person;

/** SQL: the id of the person whom the task `t` is for, as defined by its kind, or by the kind of its parent. */
export function personOf(kind: TaskKind): Prisma.Sql {
  const { name, properties } = kindTables[taskKinds[kind].partOf?.kind ?? kind];
  const columns = (personIn(kind)?.fields ?? []).map((field) => {
    const column = identifier(columnName(field));
    if (!properties.includes(field)) return Prisma.sql`t.${column}`;
    return Prisma.sql`(select own.${column} from ${identifier(name)} own where own.id = ${parentOf(Prisma.sql`t.id`, [kind])})`;
  });
  return columns.length === 0 ? nobody : Prisma.sql`coalesce(${Prisma.join(columns)})`;
}

/** The same person, if the kind emails comments to that person. */
export const readerOfComments = (kind: TaskKind): Prisma.Sql => (personIn(kind)?.isMailed ? personOf(kind) : nobody);

import { columnName } from '#lib/platform/column-name.ts';
import { Prisma } from '#lib/platform/db.ts';
import { type TaskKind, taskKindNames, taskKinds } from './kind.ts';
import { identifier, kindTables } from './kind-table.ts';

type Part = { kind: TaskKind; whole: TaskKind; table: Prisma.Sql; column: Prisma.Sql };

/** Every kind that is a part, with the column of its parent. */
const parts = taskKindNames.flatMap((kind): Part[] => {
  const { partOf } = taskKinds[kind];
  if (!partOf) return [];
  const [table, column] = [identifier(kindTables[kind].name), identifier(columnName(partOf.field))];
  return [{ kind, whole: partOf.kind, table, column }];
});

const named = ({ table, column }: Part, id: Prisma.Sql) =>
  Prisma.sql`(select part.${column} from ${table} part where part.id = ${id})`;

/** An SQL expression for the record's parent, or the record itself if its kind has none; `id` is an expression too. */
export function parentOf(id: Prisma.Sql, kinds: readonly TaskKind[] = taskKindNames): Prisma.Sql {
  const wholes = parts.filter(({ kind }) => kinds.includes(kind)).map((part) => named(part, id));
  return wholes.length === 0 ? id : Prisma.sql`coalesce(${Prisma.join([...wholes, id])})`;
}

/** An SQL expression for the states of a record's parts, as a list; `id` is an expression too. */
export function statesOfParts(kind: TaskKind, id: Prisma.Sql): Prisma.Sql {
  const own = parts
    .filter(({ whole }) => whole === kind)
    .map(
      ({ table, column }) =>
        Prisma.sql`select p.state from ${table} part join tasks p on p.id = part.id where part.${column} = ${id}`,
    );
  return own.length === 0 ? Prisma.sql`array[]::text[]` : Prisma.sql`array(${Prisma.join(own, ' union all ')})`;
}

/** Whether the expression `other` names the record `id` of a kind, or a part of it. */
export function isRecordOrPart(kind: TaskKind, id: Prisma.Sql, other: Prisma.Sql): Prisma.Sql {
  const own = parts
    .filter(({ whole }) => whole === kind)
    .map(
      ({ table, column }) => Prisma.sql`${other} in (select part.id from ${table} part where part.${column} = ${id})`,
    );
  return Prisma.sql`(${Prisma.join([Prisma.sql`${other} = ${id}`, ...own], ' or ')})`;
}

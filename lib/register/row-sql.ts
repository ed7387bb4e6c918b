import { now } from '#lib/platform/clock.ts';
import { columnName } from '#lib/platform/column-name.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import { referenceLabel } from '#lib/task/reference.ts';
import { type Column, type RowValues, typedColumns } from './column.ts';
import type { Register } from './registers.ts';
import type { RowLabels } from './row-text.ts';

/** A row with what its references are called. */
export type RegisterRow = { id: string; values: RowValues; labels: RowLabels };

const LABEL = ':label';

/** A name that stands in the table of registers; nothing that a person typed comes here. */
export const named = (name: string): Prisma.Sql => Prisma.raw(`"${columnName(name)}"`);

/** The column `c` as a text. */
function asText(column: Column, c: Prisma.Sql): Prisma.Sql {
  if (column.type !== 'amount' || column.kept === 'decimal') return Prisma.sql`coalesce(${c}::text, '')`;
  return Prisma.sql`round(${c} / 100.0, 2)::text`;
}

/** A text as the column keeps it. */
function toStored(column: Column, value: string): Prisma.Sql {
  switch (column.type) {
    case 'email':
      return Prisma.sql`nullif(${value}::text, '')`;
    case 'whole':
      return Prisma.sql`${value}::text::integer`;
    case 'amount':
      return column.kept === 'decimal'
        ? Prisma.sql`${value}::text::numeric`
        : Prisma.sql`(${value}::text::numeric * 100)::integer`;
    case 'yes-no':
      return Prisma.sql`${value}::text::boolean`;
    case 'reference':
      return Prisma.sql`nullif(${value}::text, '')::uuid`;
    case 'text':
    case 'long-text':
    case 'choice':
    case 'given':
      return Prisma.sql`${value}::text`;
  }
}

/** What is selected of a register's table `k`. */
export function selectedColumns({ columns }: Register): Prisma.Sql {
  const each = Object.entries(columns).flatMap(([name, column]) => {
    const c = Prisma.sql`k.${named(name)}`;
    const value = Prisma.sql`${asText(column, c)} as ${Prisma.raw(`"${name}"`)}`;
    if (column.type !== 'reference') return [value];
    return [value, Prisma.sql`${referenceLabel(column.target, c)} as ${Prisma.raw(`"${name}${LABEL}"`)}`];
  });
  return Prisma.sql`k.id, ${Prisma.join(each)}`;
}

/** What was selected, as a row. */
export function asRow({ columns }: Register, selected: Record<string, string | null>): RegisterRow {
  const of = (end: string) =>
    Object.fromEntries(Object.keys(columns).map((name) => [name, selected[`${name}${end}`] ?? '']));
  return { id: selected.id ?? '', values: of(''), labels: of(LABEL) };
}

/** Inserts the row, or writes over the one that is there. */
export async function writeRow(tx: Db, register: Register, id: string, values: RowValues): Promise<void> {
  const set = typedColumns(register.columns).map(([name, column]) => ({
    column: named(name),
    value: toStored(column, values[name] ?? ''),
  }));
  if (register.stamped) set.push({ column: named('updatedAt'), value: Prisma.sql`${now()}` });
  const assigned = set.map(({ column, value }) => Prisma.sql`${column} = ${value}`);
  const table = Prisma.raw(register.table);
  const updated = await tx.$executeRaw`update ${table} set ${Prisma.join(assigned)} where id = ${id}::uuid`;
  if (updated > 0) return;
  await tx.$executeRaw`insert into ${table} (id, ${Prisma.join(set.map(({ column }) => column))})
    values (${id}::uuid, ${Prisma.join(set.map(({ value }) => value))})`;
}

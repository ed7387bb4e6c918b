import { referenceLabel } from '#lib/kinds/reference.ts';
import { now } from '#lib/platform/clock.ts';
import { columnName } from '#lib/platform/column-name.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import type { AdminTable } from './admin-tables.ts';
import { type Column, editableColumns, type RowValues } from './column.ts';

/** The labels of a row's references, by column. */
export type RowLabels = Readonly<Record<string, string>>;

/** A row with the labels of its references. */
export type AdminRow = { id: string; values: RowValues; labels: RowLabels };

const LABEL = ':label';

/** The database name of a declared column; never user input. */
export const quotedColumn = (name: string): Prisma.Sql => Prisma.raw(`"${columnName(name)}"`);

/** The column `c` as text. */
function textOf(column: Column, c: Prisma.Sql): Prisma.Sql {
  if (column.type !== 'amount' || column.storedAs === 'decimal') return Prisma.sql`coalesce(${c}::text, '')`;
  return Prisma.sql`round(${c} / 100.0, 2)::text`;
}

/** The text in the form that the column stores. */
function toStored(column: Column, value: string): Prisma.Sql {
  switch (column.type) {
    case 'email':
    case 'time-zone':
      return Prisma.sql`nullif(${value}::text, '')`;
    case 'integer':
      return Prisma.sql`${value}::text::integer`;
    case 'amount':
      return column.storedAs === 'decimal'
        ? Prisma.sql`${value}::text::numeric`
        : Prisma.sql`(${value}::text::numeric * 100)::integer`;
    case 'boolean':
      return Prisma.sql`${value}::text::boolean`;
    case 'reference':
      return Prisma.sql`nullif(${value}::text, '')::uuid`;
    case 'text':
    case 'long-text':
    case 'choice':
    case 'conditions':
    case 'read-only':
      return Prisma.sql`${value}::text`;
  }
}

/** The selected columns of an admin table `k`. */
export function selectedColumns({ columns }: AdminTable): Prisma.Sql {
  const each = Object.entries(columns).flatMap(([name, column]) => {
    const c = Prisma.sql`k.${quotedColumn(name)}`;
    const value = Prisma.sql`${textOf(column, c)} as ${Prisma.raw(`"${name}"`)}`;
    if (column.type !== 'reference') return [value];
    return [value, Prisma.sql`${referenceLabel(column.target, c)} as ${Prisma.raw(`"${name}${LABEL}"`)}`];
  });
  return Prisma.sql`k.id, ${Prisma.join(each)}`;
}

/** Builds a row from the selected values. */
export function toRow({ columns }: AdminTable, selected: Record<string, string | null>): AdminRow {
  const of = (end: string) =>
    Object.fromEntries(Object.keys(columns).map((name) => [name, selected[`${name}${end}`] ?? '']));
  return { id: selected.id ?? '', values: of(''), labels: of(LABEL) };
}

/** The rows for which a condition on `k` is true, in the table's order. */
export async function selectRows(tx: Db, table: AdminTable, where: Prisma.Sql): Promise<AdminRow[]> {
  const rows = await tx.$queryRaw<Record<string, string | null>[]>`
    select ${selectedColumns(table)} from ${Prisma.raw(table.dbTable)} k where ${where}
    order by k.${quotedColumn(table.orderedBy ?? 'name')}, k.id`;
  return rows.map((row) => toRow(table, row));
}

/** Inserts the row, or overwrites the existing one. */
export async function writeRow(tx: Db, table: AdminTable, id: string, values: RowValues): Promise<void> {
  const set = editableColumns(table.columns).map(([name, column]) => ({
    column: quotedColumn(name),
    value: toStored(column, values[name] ?? ''),
  }));
  if (table.hasUpdatedAt) set.push({ column: quotedColumn('updatedAt'), value: Prisma.sql`${now()}` });
  const assigned = set.map(({ column, value }) => Prisma.sql`${column} = ${value}`);
  const dbTable = Prisma.raw(table.dbTable);
  const updated = await tx.$executeRaw`update ${dbTable} set ${Prisma.join(assigned)} where id = ${id}::uuid`;
  if (updated > 0) return;
  await tx.$executeRaw`insert into ${dbTable} (id, ${Prisma.join(set.map(({ column }) => column))})
    values (${id}::uuid, ${Prisma.join(set.map(({ value }) => value))})`;
}

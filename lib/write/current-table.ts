import { Prisma } from '#lib/platform/db.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { identifier, kindTables, taskTable } from '#lib/record/kind-table.ts';
import type { CommandContext } from './command-context.ts';
import { asJson } from './write-rows.ts';

/** The table of all records or of one kind, as the command has left it, including a preview's changes (SYNC-5). */
export function currentTable({ preview }: Pick<CommandContext, 'preview'>, kind?: TaskKind): Prisma.Sql {
  const { name, properties } = kind ? kindTables[kind] : taskTable;
  const table = identifier(name);
  const left = [...(preview?.records.values() ?? [])].filter((record) => !kind || record.kind === kind);
  if (left.length === 0) return table;
  const rows = JSON.stringify(left.map((record) => asJson(record, properties)));
  return Prisma.sql`(select * from ${table} there where there.id <> all(${left.map(({ id }) => id)}::uuid[])
    union all select * from json_populate_recordset(null::${table}, ${rows}::json))`;
}

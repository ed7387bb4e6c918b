import { columnName } from '#lib/platform/column-name.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { identifier, kindTables, type RecordTable, taskTable } from '#lib/record/kind-table.ts';
import type { AnyRecord } from '#lib/record/record.ts';

/** A locked record before and after the change. */
export type Versions = { before: AnyRecord; after: AnyRecord };

/** A record's value in JSON form, by property name. */
function stored(record: AnyRecord, property: string): unknown {
  const value: unknown = Reflect.get(record, property);
  return value instanceof Date ? value.toISOString() : (value ?? null);
}

/** Most values are identical, because a record is copied from its previous version. */
function differs(before: AnyRecord, after: AnyRecord, property: string): boolean {
  if (Reflect.get(before, property) === Reflect.get(after, property)) return false;
  return stored(before, property) !== stored(after, property);
}

const column = (property: string) => identifier(columnName(property));

export const asJson = (record: AnyRecord, properties: readonly string[]) =>
  Object.fromEntries(properties.map((property) => [columnName(property), stored(record, property)]));

/** Inserts new records of a kind: one statement per table for any number of records. */
export async function insertRecords(tx: Db, kind: TaskKind, records: readonly AnyRecord[]): Promise<void> {
  for (const { name, properties } of [taskTable, kindTables[kind]]) {
    const rows = JSON.stringify(records.map((record) => asJson(record, properties)));
    const columns = Prisma.join(properties.map(column));
    await tx.$executeRaw`
      insert into ${identifier(name)} (${columns})
      select ${columns} from json_populate_recordset(null::${identifier(name)}, ${rows}::json)`;
  }
}

/**
 * Writes changed fields of records of a kind: at most one statement per table. The state is written last, because a closed case
 * accepts no write to its other table (CASE-5).
 */
export async function updateRecords(tx: Db, kind: TaskKind, records: readonly Versions[]): Promise<void> {
  for (const table of [kindTables[kind], taskTable]) await updateTable(tx, table, records);
}

/** Sends a value that all records share once, other values per record. */
async function updateTable(tx: Db, { name, properties }: RecordTable, records: readonly Versions[]): Promise<void> {
  const changed = properties.filter((property) =>
    records.some(({ before, after }) => differs(before, after, property)),
  );
  const [first] = records;
  if (changed.length === 0 || !first) return;
  const shared = new Set(
    changed.filter((property) => {
      const value = stored(first.after, property);
      return records.every(({ after }) => stored(after, property) === value);
    }),
  );
  const own = ['id', ...changed.filter((property) => !shared.has(property))];
  const assignments = changed.map(
    (property) =>
      Prisma.sql`${column(property)} = ${identifier(shared.has(property) ? 'shared' : 'own')}.${column(property)}`,
  );
  const table = identifier(name);
  await tx.$executeRaw`
    update ${table} x set ${Prisma.join(assignments)}
    from json_populate_recordset(null::${table}, ${JSON.stringify(records.map(({ after }) => asJson(after, own)))}::json) own,
      json_populate_record(null::${table}, ${JSON.stringify(asJson(first.after, [...shared]))}::json) shared
    where x.id = own.id`;
}

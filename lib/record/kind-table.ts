import { columnName } from '#lib/platform/column-name.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import { type TaskKind, taskKindNames, taskKinds } from './kind.ts';
import type { RecordOf } from './record.ts';

/** A table of records: its name and the properties of its columns. */
export type RecordTable = { name: string; properties: readonly string[] };

/** The table that all kinds share. */
export const taskTable: RecordTable = { name: 'tasks', properties: Object.keys(Prisma.TaskScalarFieldEnum) };

const tableOf = (kind: TaskKind): RecordTable => ({
  name: `${kind}s`,
  properties: Object.keys(Prisma[`${taskKinds[kind].model}ScalarFieldEnum`]),
});

/** The table of each kind, named after it, which shares its key with `tasks`. */
export const kindTables = Object.fromEntries(taskKindNames.map((kind) => [kind, tableOf(kind)])) as Readonly<
  Record<TaskKind, RecordTable>
>;

/** An SQL identifier that comes from the code, never from user input. */
export const identifier = (name: string) => Prisma.raw(`"${name}"`);

const selected = (alias: string, properties: readonly string[]) =>
  properties.map((property) => `${alias}."${columnName(property)}" as "${property}"`);

/** The columns of a record, its task as `t` and the row of its kind as `o`. */
export function columnsOf(kind: TaskKind): Prisma.Sql {
  const own = kindTables[kind].properties.filter((property) => property !== 'id');
  return Prisma.raw([...selected('t', taskTable.properties), ...selected('o', own)].join(', '));
}

/** The records of a kind with these ids, in the order of their ids; missing records are left out. */
export async function loadRecords<K extends TaskKind>(tx: Db, kind: K, ids: readonly string[]): Promise<RecordOf<K>[]> {
  if (ids.length === 0) return [];
  return tx.$queryRaw<RecordOf<K>[]>`
    /* prepared */ select ${columnsOf(kind)} from tasks t join ${identifier(kindTables[kind].name)} o using (id)
    where t.id = any(${[...ids]}::uuid[]) order by t.id`;
}

/** One record that is known to exist. */
export async function loadRecord<K extends TaskKind>(tx: Db, kind: K, id: string): Promise<RecordOf<K>> {
  const [record] = await loadRecords(tx, kind, [id]);
  if (!record) throw new Error(`There is no ${kind} ${id}.`);
  return record;
}

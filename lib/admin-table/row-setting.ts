import { violation } from '#lib/platform/database-error.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import type { JsonObject } from '#lib/platform/json.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import type { Setting } from '#lib/property/change-setting.ts';
import { type AdminTableName, adminTableNames, adminTables, nameColumn } from './admin-tables.ts';
import { checkRow } from './check-row.ts';
import { mayEditRow } from './may-edit-row.ts';
import { parseLoggedRow, rowToJson, valuesOfJson } from './row-json.ts';
import { type AdminRow, selectedColumns, toRow, writeRow } from './row-sql.ts';

/** The row, locked until the transaction ends; null if it is missing. */
export async function lockRow(tx: Db, name: AdminTableName, id: string): Promise<AdminRow | null> {
  const table = adminTables[name];
  const [found] = await tx.$queryRaw<Record<string, string | null>[]>`
    select ${selectedColumns(table)} from ${Prisma.raw(table.dbTable)} k where k.id = ${id}::uuid for update of k`;
  return found ? toRow(table, found) : null;
}

/** Words for a database constraint's refusal, so that two users who take the same name at once get the same message. */
function refusalOf(error: unknown, name: AdminTableName, removing: boolean): unknown {
  const { noun, columns } = adminTables[name];
  const broken = violation(error)?.of;
  if (broken === 'unique') {
    const column = name === 'user' ? 'email' : nameColumn(adminTables[name]);
    const label = columns[column]?.label.toLowerCase() ?? column;
    return new Refusal('REC-5', `This ${label} belongs to another ${noun} already.`, { field: column });
  }
  if (broken === 'foreign-key' || (broken === 'check' && removing))
    return new Refusal('ADM-12', `This ${noun} is in use, so it cannot be removed.`);
  return error;
}

/** ADM-6, ADM-7, ADM-12 · A row of an admin table by its id, changed, logged and undone like every setting. */
function rowSetting(name: AdminTableName): Setting<JsonObject> {
  const table = adminTables[name];
  return {
    action: `${name}.changed`,
    ...(table.governsPages ? { governsPages: true } : {}),
    mayChange: (actor, row) => mayEditRow(actor, name, row),
    parse: (logged, present) => parseLoggedRow(table, logged, present),
    async lock(tx, id) {
      const row = await lockRow(tx, name, id);
      return row && rowToJson(table, row.values);
    },
    check: (tx, id, row) => checkRow(tx, name, id, valuesOfJson(table, row)),
    async write(tx, id, row) {
      try {
        await writeRow(tx, table, id, valuesOfJson(table, row));
      } catch (error) {
        throw refusalOf(error, name, false);
      }
    },
    async remove(tx, id) {
      try {
        await tx.$executeRaw`delete from ${Prisma.raw(table.dbTable)} where id = ${id}::uuid`;
      } catch (error) {
        throw refusalOf(error, name, true);
      }
    },
  };
}

/** The settings of all admin tables. */
export const rowSettings = Object.fromEntries(adminTableNames.map((name) => [name, rowSetting(name)])) as Readonly<
  Record<AdminTableName, Setting<JsonObject>>
>;

import { violation } from '#lib/platform/database-error.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import type { Setting } from '#lib/property/change-setting.ts';
import { checkRow } from './check-row.ts';
import { nameColumn, type RegisterName, registerNames, registers } from './registers.ts';
import { asRow, type RegisterRow, selectedColumns, writeRow } from './row-sql.ts';
import { readRowText, rowText } from './row-text.ts';

/** The row, locked until the transaction ends; null where there is none. */
export async function lockRow(tx: Db, name: RegisterName, id: string): Promise<RegisterRow | null> {
  const register = registers[name];
  const [found] = await tx.$queryRaw<Record<string, string | null>[]>`
    select ${selectedColumns(register)} from ${Prisma.raw(register.table)} k where k.id = ${id}::uuid for update of k`;
  return found ? asRow(register, found) : null;
}

async function write(tx: Db, name: RegisterName, id: string, value: string | null): Promise<void> {
  const register = registers[name];
  if (value !== null) return writeRow(tx, register, id, readRowText(register, value));
  await tx.$executeRaw`delete from ${Prisma.raw(register.table)} where id = ${id}::uuid`;
}

/** What the database refuses, in words: two who take a name at once are told the same. Without a value the row goes away. */
function refusalOf(error: unknown, name: RegisterName, value: string | null): unknown {
  const { noun, columns } = registers[name];
  const broken = violation(error)?.of;
  if (broken === 'unique') {
    const column = name === 'user' ? 'email' : nameColumn(registers[name]);
    const label = columns[column]?.label.toLowerCase() ?? column;
    return new Refusal('REC-5', `This ${label} belongs to another ${noun} already.`, { field: column });
  }
  if (broken === 'foreign-key' || (broken === 'check' && value === null))
    return new Refusal('ADM-12', `This ${noun} is in use, so it can not be taken away.`);
  return error;
}

/** ADM-6, ADM-7, ADM-12 · A row of a register, by its id: so it changes, is logged and is undone as every setting is. */
function rowSetting(name: RegisterName): Setting {
  const register = registers[name];
  return {
    action: `${name}.changed`,
    async lock(tx, id) {
      const row = await lockRow(tx, name, id);
      return row ? rowText(register, row.values, row.labels) : null;
    },
    check: (tx, id, value) => checkRow(tx, name, id, readRowText(register, value)),
    async write(tx, id, value) {
      try {
        await write(tx, name, id, value);
      } catch (error) {
        throw refusalOf(error, name, value);
      }
    },
  };
}

/** The settings of all registers. */
export const rowSettings = Object.fromEntries(registerNames.map((name) => [name, rowSetting(name)])) as Readonly<
  Record<RegisterName, Setting>
>;

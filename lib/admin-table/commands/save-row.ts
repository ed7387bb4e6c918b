import { v7 as uuid } from 'uuid';
import type { Actor } from '#lib/platform/actor.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enforce, notFound } from '#lib/platform/verdict.ts';
import { changeSetting } from '#lib/property/change-setting.ts';
import { adminTables } from '../admin-tables.ts';
import { mayEditRow } from '../may-edit-row.ts';
import { rowToJson } from '../row-json.ts';
import { lockRow, rowSettings } from '../row-setting.ts';
import { validateRow } from '../rules/validate-row.ts';
import type { SaveRow } from '../schema.ts';

/** ADM-6, ADM-7, ADM-12 · Adds an admin table row, or changes the row of this id. Returns the id and whether it changed. */
export async function saveRow(
  actor: Actor,
  { table: name, id, values }: SaveRow,
): Promise<{ id: string; changed: boolean }> {
  enforce(mayEditRow(actor, name, values));
  enforce(validateRow(name, values));
  const table = adminTables[name];
  return transaction(async (tx) => {
    const known = id ? await lockRow(tx, name, id) : null;
    if (!known && (id || table.createdElsewhere)) throw notFound(table.noun);
    const subject = known?.id ?? uuid();
    const value = rowToJson(table, values);
    return { id: subject, changed: await changeSetting(tx, actor, rowSettings[name], { subject, value }) };
  });
}

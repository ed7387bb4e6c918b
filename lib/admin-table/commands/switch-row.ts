import type { Actor } from '#lib/platform/actor.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enforce, notFound } from '#lib/platform/verdict.ts';
import { changeSetting } from '#lib/property/change-setting.ts';
import { adminTables } from '../admin-tables.ts';
import { mayEditSomeRows } from '../may-edit-row.ts';
import { rowToJson } from '../row-json.ts';
import { lockRow, rowSettings } from '../row-setting.ts';
import type { SwitchRow } from '../schema.ts';

/** ADM-7 · Activates or deactivates a row. False: nothing changed. */
export async function switchRow(actor: Actor, { table: name, id, active }: SwitchRow): Promise<boolean> {
  enforce(mayEditSomeRows(actor, name));
  const table = adminTables[name];
  return transaction(async (tx) => {
    const row = 'active' in table.columns ? await lockRow(tx, name, id) : null;
    if (!row) throw notFound(table.noun);
    const value = rowToJson(table, { ...row.values, active: String(active) });
    return changeSetting(tx, actor, rowSettings[name], { subject: id, value });
  });
}

import { v7 as uuid } from 'uuid';
import { mayAdminister } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { Db } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enforce, notFound } from '#lib/platform/verdict.ts';
import { changeSetting } from '#lib/property/change-setting.ts';
import { nameReferences } from '#lib/task/reference.ts';
import { type AdminTable, adminTables } from '../admin-tables.ts';
import { editableColumns, type RowValues } from '../column.ts';
import { lockRow, rowSettings } from '../row-setting.ts';
import { rowText } from '../row-text.ts';
import { validateRow } from '../rules/validate-row.ts';
import type { SaveRow } from '../schema.ts';

/** ADM-6, ADM-7, ADM-12 · Adds a row to a table, or changes the one of this id. Answers the id and whether it changed. */
export async function saveRow(
  actor: Actor,
  { table: name, id, values }: SaveRow,
): Promise<{ id: string; changed: boolean }> {
  enforce(mayAdminister(actor), validateRow(name, values));
  const table = adminTables[name];
  return transaction(async (tx) => {
    const known = id ? await lockRow(tx, name, id) : null;
    if (!known && (id || table.createdElsewhere)) throw notFound(table.noun);
    const subject = known?.id ?? uuid();
    const value = rowText(table, values, await labelsOf(tx, table, values));
    return { id: subject, changed: await changeSetting(tx, actor, rowSettings[name], { subject, value }) };
  });
}

async function labelsOf(tx: Db, { columns }: AdminTable, values: RowValues) {
  const references = editableColumns(columns).flatMap(([field, column]) => {
    const id = values[field] ?? '';
    return column.type === 'reference' && id !== '' ? [{ field, kind: column.target, id }] : [];
  });
  return Object.fromEntries(await nameReferences(tx, references));
}

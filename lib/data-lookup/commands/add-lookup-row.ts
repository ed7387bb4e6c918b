import { v7 as uuid } from 'uuid';
import type { Actor } from '#lib/platform/actor.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { changeSetting } from '#lib/property/change-setting.ts';
import { lookupSetting } from '../lookup-setting.ts';
import type { AddLookupRow } from '../schema.ts';

/** ADM-3 · Adds a row to the priority data lookup. Returns its id. */
export function addLookupRow(actor: Actor, row: AddLookupRow): Promise<string> {
  return transaction(async (tx) => {
    const id = uuid();
    await changeSetting(tx, actor, lookupSetting, { subject: id, value: row });
    return id;
  });
}

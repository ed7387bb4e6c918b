import type { Actor } from '#lib/platform/actor.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { notFound } from '#lib/platform/verdict.ts';
import { changeSetting } from '#lib/property/change-setting.ts';
import { lookupSetting } from '../lookup-setting.ts';
import type { UpdateLookupRow } from '../schema.ts';

/** ADM-3 · Changes a row of the priority data lookup, or turns it on or off. False: nothing changed. */
export function updateLookupRow(actor: Actor, { id, ...row }: UpdateLookupRow): Promise<boolean> {
  return transaction(async (tx) => {
    if ((await lookupSetting.lock(tx, id)) === null) throw notFound('row of the priority data lookup');
    return changeSetting(tx, actor, lookupSetting, { subject: id, value: row });
  });
}

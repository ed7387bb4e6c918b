import { mayAdminister } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enforce, notFound } from '#lib/platform/verdict.ts';
import { changeSetting } from '#lib/property/change-setting.ts';
import { registers } from '../registers.ts';
import { lockRow, rowSettings } from '../row-setting.ts';
import { rowText } from '../row-text.ts';
import type { SwitchRow } from '../schema.ts';

/** ADM-7 · Takes a row out of use, or into use again. False: it was so already. */
export async function switchRow(actor: Actor, { register: name, id, active }: SwitchRow): Promise<boolean> {
  enforce(mayAdminister(actor));
  const register = registers[name];
  return transaction(async (tx) => {
    const row = 'active' in register.columns ? await lockRow(tx, name, id) : null;
    if (!row) throw notFound(register.noun);
    const value = rowText(register, { ...row.values, active: String(active) }, row.labels);
    return changeSetting(tx, actor, rowSettings[name], { subject: id, value });
  });
}

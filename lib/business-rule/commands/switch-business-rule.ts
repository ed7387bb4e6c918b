import type { Actor } from '#lib/platform/actor.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { changeSetting } from '#lib/property/change-setting.ts';
import type { SetSwitch } from '#lib/property/schema.ts';
import { businessRuleSetting } from '../business-rule-setting.ts';

/** ADM-2 · Turns a rule on or off for future changes. False: nothing changed. */
export function switchBusinessRule(actor: Actor, { id, active }: SetSwitch): Promise<boolean> {
  return transaction((tx) => changeSetting(tx, actor, businessRuleSetting, { subject: id, value: active }));
}

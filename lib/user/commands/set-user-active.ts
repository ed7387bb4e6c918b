import type { Actor } from '#lib/platform/actor.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { changeSetting } from '#lib/property/change-setting.ts';
import { activationSetting } from '../activation-setting.ts';
import type { SetUserActive } from '../schema.ts';

/** ACC-3, ADM-6, ADM-12 · Activates or deactivates a user; deactivation ends all their sessions. False: nothing changed. */
export function setUserActive(actor: Actor, { userId, active }: SetUserActive): Promise<boolean> {
  return transaction((tx) => changeSetting(tx, actor, activationSetting, { subject: userId, value: active }));
}

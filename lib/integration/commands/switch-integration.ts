import type { Actor } from '#lib/platform/actor.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { changeSetting } from '#lib/property/change-setting.ts';
import type { SetSwitch } from '#lib/property/schema.ts';
import { integrationSetting } from '../integration-setting.ts';

/** ADM-5, REL-3 · Turns an integration on or off. Updates missed while it is off are never applied. False: nothing changed. */
export function switchIntegration(actor: Actor, { id, active }: SetSwitch): Promise<boolean> {
  return transaction((tx) => changeSetting(tx, actor, integrationSetting, { subject: id, value: active }));
}

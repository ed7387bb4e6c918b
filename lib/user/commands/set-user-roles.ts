import type { Actor } from '#lib/platform/actor.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { changeSetting } from '#lib/property/change-setting.ts';
import { rolesSetting } from '../roles-setting.ts';
import type { SetUserRoles } from '../schema.ts';

/** ACC-1, ACC-3, ADM-6, ADM-12 · Replaces a user's roles and ends the user's sessions. False: nothing changed. */
export function setUserRoles(actor: Actor, { userId, roles }: SetUserRoles): Promise<boolean> {
  const value = [...new Set(roles)].sort();
  return transaction((tx) => changeSetting(tx, actor, rolesSetting, { subject: userId, value }));
}

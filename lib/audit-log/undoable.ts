import { isDeepStrictEqual } from 'node:util';
import { relationSettings } from '#lib/admin-table/relation-setting.ts';
import { rowSettings } from '#lib/admin-table/row-setting.ts';
import { businessRuleSetting } from '#lib/business-rule/business-rule-setting.ts';
import { lookupSetting } from '#lib/data-lookup/lookup-setting.ts';
import { integrationSetting } from '#lib/integration/integration-setting.ts';
import type { Json } from '#lib/platform/json.ts';
import type { Setting } from '#lib/property/change-setting.ts';
import { propertySetting } from '#lib/property/property-setting.ts';
import { activationSetting } from '#lib/user/activation-setting.ts';
import { rolesSetting } from '#lib/user/roles-setting.ts';

const settings: readonly Setting[] = [
  propertySetting,
  businessRuleSetting,
  integrationSetting,
  lookupSetting,
  ...Object.values(rowSettings),
  ...Object.values(relationSettings),
  rolesSetting,
  activationSetting,
];

/** ADM-12 · What can be undone from the audit log, by the entry's action. */
export const undoable: ReadonlyMap<string, Setting> = new Map(settings.map((setting) => [setting.action, setting]));

type Logged = { oldValue: Json; newValue: Json };

/** Reads a logged value as a value of the setting: null for no value, undefined if it is invalid today. */
function readValue(setting: Setting, logged: Json, present: Json): Json | undefined {
  if (logged === null) return setting.remove ? null : undefined;
  return setting.parse(logged, present) ?? undefined;
}

/**
 * ADM-12 · The change that a log entry describes, in values that the setting can have today. Null if it cannot be undone: an
 * earlier version logged it as text, or what it changed no longer exists.
 */
export function loggedChange(setting: Setting, { oldValue, newValue }: Logged, present: Json = null) {
  const from = readValue(setting, oldValue, present);
  const to = readValue(setting, newValue, present);
  return from === undefined || to === undefined || isDeepStrictEqual(from, to) ? null : { from, to };
}

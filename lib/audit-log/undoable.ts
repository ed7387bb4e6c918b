import { relationSettings } from '#lib/admin-table/relation-setting.ts';
import { rowSettings } from '#lib/admin-table/row-setting.ts';
import { businessRuleSetting } from '#lib/business-rule/business-rule-setting.ts';
import { lookupSetting } from '#lib/data-lookup/lookup-setting.ts';
import { integrationSetting } from '#lib/integration/integration-setting.ts';
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

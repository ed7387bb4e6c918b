import type { Settings } from '#lib/settings/settings.ts';
import { isActive } from './plan.ts';
import { syncRules } from './rules.ts';

/** ADM-2, REL-3 · Whether the rule with this id is active. */
export function isRuleActive(id: string, settings: Settings): boolean {
  return syncRules.some((rule) => rule.id === id && isActive(rule, settings));
}

import { no, yes } from '#lib/platform/verdict.ts';
import type { Setting } from '#lib/property/change-setting.ts';
import { syncRules } from '#lib/sync/rules.ts';

/** ADM-2 · The switch of a business rule. */
export const businessRuleSetting: Setting<boolean> = {
  action: 'business-rule.changed',
  governsPages: true,
  parse: (logged) => (typeof logged === 'boolean' ? logged : null),
  async lock(tx, id) {
    const [row] = await tx.$queryRaw<{ active: boolean }[]>`
      select active from business_rules where id = ${id} for update`;
    if (row) return row.active;
    const rule = syncRules.find((each) => each.id === id);
    return rule ? !rule.offByDefault : null;
  },
  check(_tx, id) {
    return syncRules.some((rule) => rule.id === id) ? yes : no('ADM-2', `There is no business rule ${id}.`);
  },
  async write(tx, id, active) {
    await tx.businessRule.upsert({ where: { id }, create: { id, active }, update: { active } });
  },
};

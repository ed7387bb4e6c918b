import { no, yes } from '#lib/platform/verdict.ts';
import { isSwitchedOn, type Setting, switchText } from '#lib/property/change-setting.ts';
import { syncRules } from '#lib/sync/rules.ts';

/** ADM-2 · The switch of a rule of chapter 3. */
export const businessRuleSetting: Setting = {
  action: 'business-rule.changed',
  async lock(tx, id) {
    const [row] = await tx.$queryRaw<{ active: boolean }[]>`
      select active from business_rules where id = ${id} for update`;
    if (row) return switchText(row.active);
    const rule = syncRules.find((each) => each.id === id);
    return rule ? switchText(!rule.offByDefault) : null;
  },
  check(_tx, id) {
    return syncRules.some((rule) => rule.id === id) ? yes : no('ADM-2', `There is no business rule ${id}.`);
  },
  async write(tx, id, value) {
    const active = isSwitchedOn(value);
    await tx.businessRule.upsert({ where: { id }, create: { id, active }, update: { active } });
  },
};

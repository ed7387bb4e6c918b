import { no, yes } from '#lib/platform/verdict.ts';
import { isSwitchedOn, type Setting, switchText } from '#lib/property/change-setting.ts';
import { isIntegrationId } from './integrations.ts';

/** ADM-5 · The switch of an integration; it is on until somebody turns it off (REL-3). */
export const integrationSetting: Setting = {
  action: 'integration.changed',
  async lock(tx, id) {
    const [row] = await tx.$queryRaw<{ active: boolean }[]>`
      select active from integrations where id = ${id} for update`;
    return row || isIntegrationId(id) ? switchText(row?.active ?? true) : null;
  },
  check(_tx, id) {
    return isIntegrationId(id) ? yes : no('ADM-5', `There is no integration ${id}.`);
  },
  async write(tx, id, value) {
    const active = isSwitchedOn(value);
    await tx.integration.upsert({ where: { id }, create: { id, active }, update: { active } });
  },
};

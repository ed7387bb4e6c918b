import { no, yes } from '#lib/platform/verdict.ts';
import type { Setting } from '#lib/property/change-setting.ts';
import { isIntegrationId } from '#lib/settings/integrations.ts';

/** ADM-5 · The switch of an integration; on by default (REL-3). */
export const integrationSetting: Setting<boolean> = {
  action: 'integration.changed',
  governsPages: true,
  parse: (logged) => (typeof logged === 'boolean' ? logged : null),
  async lock(tx, id) {
    const [row] = await tx.$queryRaw<{ active: boolean }[]>`
      select active from integrations where id = ${id} for update`;
    return row || isIntegrationId(id) ? (row?.active ?? true) : null;
  },
  check(_tx, id) {
    return isIntegrationId(id) ? yes : no('ADM-5', `There is no integration ${id}.`);
  },
  async write(tx, id, active) {
    await tx.integration.upsert({ where: { id }, create: { id, active }, update: { active } });
  },
};

import type { Setting } from '#lib/property/change-setting.ts';
import { readRowText, rowText } from './row-text.ts';
import { onlyActiveRowOfItsPair } from './rules/one-active-row.ts';

/** ADM-3 · A row of the priority data lookup, by its id. */
export const lookupSetting: Setting = {
  action: 'priority-lookup.changed',
  async lock(tx, id) {
    // All rows at once: what is free for one row depends on the others. Whoever reads them does not wait.
    await tx.$executeRaw`lock table priority_lookups in share row exclusive mode`;
    const row = await tx.priorityLookup.findUnique({ where: { id } });
    return row ? rowText(row) : null;
  },
  async check(tx, id, value) {
    const others = await tx.priorityLookup.findMany({ where: { id: { not: id } } });
    return onlyActiveRowOfItsPair(readRowText(value), others);
  },
  async write(tx, id, value) {
    if (value === null) {
      await tx.priorityLookup.delete({ where: { id } });
      return;
    }
    const row = readRowText(value);
    await tx.priorityLookup.upsert({ where: { id }, create: { id, ...row }, update: row });
  },
};

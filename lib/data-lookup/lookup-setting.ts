import { z } from 'zod';
import type { Setting } from '#lib/property/change-setting.ts';
import type { LookupRow } from '#lib/settings/priority.ts';
import { onlyActiveRowOfItsPair } from './rules/one-active-row.ts';

const LoggedRow = z.object({
  impact: z.int(),
  urgency: z.int(),
  priority: z.int(),
  order: z.int(),
  active: z.boolean(),
});

/** ADM-3 · A row of the priority data lookup, by its id. */
export const lookupSetting: Setting<LookupRow> = {
  action: 'priority-lookup.changed',
  governsPages: true,
  parse: (logged) => LoggedRow.safeParse(logged).data ?? null,
  async lock(tx, id) {
    // Locks the whole table, because whether a row is valid depends on the others. Readers are not blocked.
    await tx.$executeRaw`lock table priority_lookups in share row exclusive mode`;
    return tx.priorityLookup.findUnique({ where: { id }, omit: { id: true } });
  },
  async check(tx, id, row) {
    const others = await tx.priorityLookup.findMany({ where: { id: { not: id } } });
    return onlyActiveRowOfItsPair(row, others);
  },
  async write(tx, id, row) {
    await tx.priorityLookup.upsert({ where: { id }, create: { id, ...row }, update: row });
  },
  async remove(tx, id) {
    await tx.priorityLookup.delete({ where: { id } });
  },
};

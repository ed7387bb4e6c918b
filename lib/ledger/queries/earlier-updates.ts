import { db } from '#lib/platform/db.ts';
import { type Counted, type RuleFigures, ruleFigures, type UpdateMails } from '../shown-update.ts';

/** SYNC-6 · The updates of a record that are no longer kept one by one. */
export type EarlierUpdates = { count: number; until: string; rules: RuleFigures[]; mails: UpdateMails };

/** SYNC-6 · The totals of the old updates of a record that the actor reaches; null: none is so old. */
export async function earlierUpdates(sourceId: string): Promise<EarlierUpdates | null> {
  const past = await db().ledgerPast.findUnique({ where: { sourceId }, include: { sums: true } });
  if (!past) return null;
  const { updates: count, until, sent, failed, suppressed } = past;
  const sums = past.sums.map(({ rule, outcome, records }): Counted => ({ rule, outcome, records: Number(records) }));
  const rules = ruleFigures(
    sums.toSorted((a, b) => a.rule.localeCompare(b.rule) || a.outcome.localeCompare(b.outcome)),
  );
  return { count, until: until.toISOString(), rules, mails: { sent, waiting: 0, failed, suppressed } };
}

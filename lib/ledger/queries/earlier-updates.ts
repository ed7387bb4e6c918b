import { db } from '#lib/platform/db.ts';
import { type Counted, type RuleFigures, ruleFigures, type UpdateMails } from '../shown-update.ts';

/** SYNC-6 · Totals of a record's old updates, which are no longer stored one by one. */
export type EarlierUpdates = { count: number; until: string; rules: RuleFigures[]; mails: UpdateMails };

/** SYNC-6 · The totals of a record's old updates; null if none is that old. The caller checks access to the record. */
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

import { confirmedFigures, NOTHING_SHOWN, withConfirmation } from '#lib/platform/confirmation.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import { childUpdatesByRecord } from './child-updates-of-many.ts';
import type { Bulk, Done, RefusedOfMany } from './rules/bulk-message.ts';
import type { Listed } from './schema.ts';

/** What a command changed in a record, and how many other records the rules updated. Null: nothing had to change. */
type Did = (Omit<Done, 'number'> & { updatedCount?: number }) | null;

/** CASE-6, PRB-2 · The refusal is a question that the user can confirm. */
const asksConfirmation = ({ details }: Refusal) =>
  typeof details === 'object' && details !== null && 'confirm' in details;

function leftAlone(number: string, refusal: Refusal): RefusedOfMany {
  const { rule, because } = refusal;
  return { number, rule, because, ...(asksConfirmation(refusal) ? { confirm: true } : {}) };
}

/**
 * Runs a record's own command for each of several records; a refusal of one does not stop the others. SYNC-MAJ-1: the user is
 * asked about all child cases together, before the first record. `look`: the command alone, for the preview.
 */
export async function forEachRecord<R extends Pick<Listed, 'number'>>(
  records: readonly R[],
  command: (record: R) => Promise<Did>,
  look: (record: R) => Promise<unknown> = command,
): Promise<Bulk> {
  const bulk: Bulk = { done: [], already: [], refused: [], updatedCount: 0 };
  const shown = confirmedFigures() ? await childUpdatesByRecord(records, look) : null;
  for (const record of records) {
    const { number } = record;
    try {
      const did = await (shown
        ? withConfirmation(shown.get(number) ?? NOTHING_SHOWN, () => command(record))
        : command(record));
      if (!did) {
        bulk.already.push(number);
        continue;
      }
      const { updatedCount = 0, ...done } = did;
      bulk.done.push({ number, ...done });
      bulk.updatedCount += updatedCount;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      bulk.refused.push(leftAlone(number, error));
    }
  }
  return bulk;
}

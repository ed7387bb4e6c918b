import type { CommandContext, Followers } from './command-context.ts';
import { addToLedger } from './ledger.ts';

/** SYNC-5, SYNC-6 · Records the followers of a record, for its ledger and for *What would happen?*. */
export function recordFollowers({ cause, followers }: CommandContext, sourceId: string, kept: Followers): void {
  followers.push(kept);
  if (!cause) return;
  const { rule, ids, leftOut } = kept;
  addToLedger(cause.ledger, { sourceId, rule, outcome: 'written', records: ids.length, ids });
  const left = leftOut.map(({ id }) => id);
  addToLedger(cause.ledger, { sourceId, rule, outcome: 'refused', records: left.length, ids: left });
}

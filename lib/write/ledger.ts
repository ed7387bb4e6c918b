import type { Target } from '#lib/record/target.ts';
import type { CommandContext, Followers } from './command-context.ts';
import { type LedgerLine, NAMED_IN_LEDGER } from './outcomes.ts';

/** A rule with its target and source. */
export type Aim = { rule: string; target: Target; sourceId: string };

/** Key for rules that share target and source. */
export const placeOf = ({ target, sourceId }: Pick<Aim, 'target' | 'sourceId'>): string =>
  JSON.stringify([target, sourceId]);

/** SYNC-6 · What a cause collects for the ledger until it is written. */
export type Ledger = {
  /** Outcomes for records, by outcome. */
  lines: Map<string, Required<LedgerLine>>;
  /** Rules that fired, and rules that did not because they are switched off. */
  fired: Aim[];
  off: Aim[];
  /** Ids of records that rules changed, by `placeOf`. Their new state may no longer show why they were reached. */
  changed: Map<string, Set<string>>;
};

export const newLedger = (): Ledger => ({ lines: new Map(), fired: [], off: [], changed: new Map() });

/** SYNC-6 · Adds a rule's outcome for a number of records. */
export function addToLedger({ lines }: Ledger, { records, ids = [], ...what }: LedgerLine): void {
  if (records === 0) return;
  const key = Object.values(what).join(' ');
  const there = lines.get(key);
  const named = there?.ids ?? [];
  const room = NAMED_IN_LEDGER - named.length;
  const all = room > 0 && ids.length > 0 ? [...named, ...ids.slice(0, room)] : named;
  lines.set(key, { ...what, records: records + (there?.records ?? 0), ids: all });
}

/** SYNC-5, SYNC-6 · Records the followers of a record, for its ledger and for *What would happen?*. */
export function recordFollowers({ cause, followers }: CommandContext, sourceId: string, kept: Followers): void {
  followers.push(kept);
  if (!cause) return;
  const { rule, ids, leftOut } = kept;
  addToLedger(cause.ledger, { sourceId, rule, outcome: 'written', records: ids.length, ids });
  const left = leftOut.map(({ id }) => id);
  addToLedger(cause.ledger, { sourceId, rule, outcome: 'refused', records: left.length, ids: left });
}

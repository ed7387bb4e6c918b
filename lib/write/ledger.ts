import type { Target } from '#lib/record/target.ts';
import type { LedgerLine } from './outcomes.ts';

/** A rule on its way to a target. */
export type Aim = { rule: string; target: Target; sourceId: string };

/** Where rules go together. */
export const placeOf = ({ target, sourceId }: Pick<Aim, 'target' | 'sourceId'>): string =>
  JSON.stringify([target, sourceId]);

/** SYNC-6 · What a cause keeps for the ledger until it is written. */
export type Ledger = {
  /** What became of records, by what it was. */
  lines: Map<string, LedgerLine>;
  /** The rules that fired, and those that did not as they are switched off. */
  fired: Aim[];
  off: Aim[];
  /** The ids of the records that rules changed, by the place where they stood: their state may no longer say why they were reached. */
  changed: Map<string, Set<string>>;
};

export const newLedger = (): Ledger => ({ lines: new Map(), fired: [], off: [], changed: new Map() });

/** SYNC-6 · Adds to what a rule made of records. */
export function addToLedger({ lines }: Ledger, { records, ...what }: LedgerLine): void {
  if (records === 0) return;
  const key = Object.values(what).join(' ');
  lines.set(key, { ...what, records: records + (lines.get(key)?.records ?? 0) });
}

import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import type { LookupRow } from '#lib/settings/priority.ts';

/** ADM-3 · Each pair of impact and urgency has at most one active row. `others` excludes this row. */
export function onlyActiveRowOfItsPair(row: LookupRow, others: readonly LookupRow[]): Verdict {
  if (!row.active) return yes;
  const present = others.find(({ active, impact, urgency }) => {
    return active && impact === row.impact && urgency === row.urgency;
  });
  if (!present) return yes;
  return no(
    'ADM-3',
    `Impact ${row.impact} with urgency ${row.urgency} already has an active row: priority ${present.priority}, order ${present.order}. Change that row, or deactivate it first.`,
    'impact',
  );
}

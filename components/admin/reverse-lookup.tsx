import { Facts } from '#components/ui/facts.tsx';
import { type LookupRow, pairFor } from '#lib/settings/priority.ts';
import { labelOf, levels, priorities } from '#lib/words/choice.ts';

/** REL-6 · which impact and urgency an incident gets from a case's priority: the row with the lowest order. */
export function ReverseLookup({ rows }: { rows: readonly LookupRow[] }) {
  const items = priorities.map(({ value, label }) => {
    const pair = pairFor(rows, Number(value));
    const detail = pair
      ? `Impact ${labelOf(levels, pair.impact)}, urgency ${labelOf(levels, pair.urgency)}`
      : 'No active row';
    return { term: label, detail };
  });
  return <Facts items={items} />;
}

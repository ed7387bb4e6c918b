import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { choicesFor } from '../choices-for.ts';
import { parseConditions } from '../conditions.ts';
import type { MapDirection } from '../mapping.ts';

/** ADM-4 · Every condition of a map is valid: it names a field of the record only once, and one of its values. */
export function mapFits({ conditionFields }: MapDirection, conditions: string): Verdict {
  const parsed = parseConditions(conditions);
  for (const { field, value } of parsed) {
    const known = conditionFields[field];
    if (!known) return no('ADM-4', 'Conditions are about fields of the record.', 'conditions');
    if (!choicesFor(known).some((choice) => choice.value === value))
      return no('ADM-4', `${known.label} cannot be "${value}".`, 'conditions');
  }
  const named = new Set(parsed.map(({ field }) => field));
  return named.size === parsed.length ? yes : no('ADM-4', 'A field has one condition at most.', 'conditions');
}

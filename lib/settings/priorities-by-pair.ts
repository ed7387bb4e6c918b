import { labelOf, levels, priorities } from '#lib/words/choice.ts';
import { lookupIsOn } from './lookup-is-on.ts';
import { priorityFor } from './priority.ts';
import type { Settings } from './settings.ts';

/**
 * INC-4, REL-6 · Priority label for each pair of impact and urgency, for forms: "1 2" to "2 - High". Pairs without a priority
 * are left out.
 */
export function prioritiesByPair(
  priorityOf: (impact: number, urgency: number) => number | null,
): Record<string, string> {
  const pairs = levels.flatMap(({ value: impact }) => levels.map(({ value: urgency }) => [impact, urgency] as const));
  return Object.fromEntries(
    pairs.flatMap(([impact, urgency]) => {
      const priority = priorityOf(Number(impact), Number(urgency));
      return priority === null ? [] : [[`${impact} ${urgency}`, labelOf(priorities, priority)]];
    }),
  );
}

/** CASE-12 · The same from the active lookup rows; empty while the lookup is off. */
export function proposedByPair(settings: Settings): Record<string, string> {
  return lookupIsOn(settings)
    ? prioritiesByPair((impact, urgency) => priorityFor(settings.lookup, impact, urgency))
    : {};
}

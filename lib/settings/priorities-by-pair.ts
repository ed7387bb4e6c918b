import { labelOf, levels, priorities } from '#lib/words/choice.ts';
import { lookupIsOn } from './lookup-is-on.ts';
import { priorityFor } from './priority.ts';
import type { Settings } from './settings.ts';

/**
 * INC-4, REL-6 · The priority that follows from each pair of impact and urgency, for a form to show: "1 2" to "2 - High".
 * A pair from which none follows is left out.
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

/** CASE-12 · The same by the active rows of the lookup; nothing while it is off. */
export function proposedByPair(settings: Settings): Record<string, string> {
  return lookupIsOn(settings)
    ? prioritiesByPair((impact, urgency) => priorityFor(settings.lookup, impact, urgency))
    : {};
}

import { labelOf, levels, priorities } from '#lib/words/choice.ts';
import { priorityFor, type Triple } from './priority.ts';
import type { PropertyName } from './properties.ts';
import { isOn, type Settings } from './settings.ts';

/** The switch *Incident data lookup active* (ADM-3). */
export const LOOKUP_SWITCH = 'com.snc.incident.data_lookup_active' satisfies PropertyName;

/** INC-4, REL-6 · Whether priorities are computed from impact and urgency. */
export function lookupIsOn(settings: Settings): boolean {
  return isOn(settings, LOOKUP_SWITCH);
}

/** INC-4, PRB-3 · With the lookup active, priority follows impact and urgency, when one of them changes (REL-6). */
export function computedPriority(before: Triple | null, proposed: Triple, settings: Settings): number {
  if (!lookupIsOn(settings)) return proposed.priority;
  if (before && before.impact === proposed.impact && before.urgency === proposed.urgency) return before.priority;
  return priorityFor(settings.lookup, proposed.impact, proposed.urgency) ?? proposed.priority;
}

/** INC-4 · With the lookup active, the priority is read-only. */
export function priorityIsComputed(settings: Settings): { priority?: { rule: string; because: string } } {
  if (!lookupIsOn(settings)) return {};
  return { priority: { rule: 'INC-4', because: 'From impact and urgency' } };
}

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

import { isOn, type Settings } from '#lib/property/settings.ts';
import { priorityFor, type Triple } from './priority.ts';

const PROPERTY = 'com.snc.incident.data_lookup_active';

/** INC-4, PRB-3 · With the lookup active, priority follows impact and urgency, when one of them changes (REL-6). */
export function computedPriority(before: Triple | null, wished: Triple, settings: Settings): number {
  if (!isOn(settings, PROPERTY)) return wished.priority;
  if (before && before.impact === wished.impact && before.urgency === wished.urgency) return before.priority;
  return priorityFor(settings.lookup, wished.impact, wished.urgency) ?? wished.priority;
}

/** INC-4 · With the lookup active nobody sets the priority by hand. */
export function priorityIsComputed(settings: Settings): { priority?: { rule: string; because: string } } {
  if (!isOn(settings, PROPERTY)) return {};
  return { priority: { rule: 'INC-4', because: 'From impact and urgency' } };
}

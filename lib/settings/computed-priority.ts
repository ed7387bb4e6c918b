import { lookupIsOn } from './lookup-is-on.ts';
import { priorityFor, type Triple } from './priority.ts';
import type { Settings } from './settings.ts';

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

import type { Actor } from '#lib/platform/actor.ts';
import type { FromCase } from '#lib/record/definition.ts';
import { lookupIsOn } from '#lib/settings/computed-priority.ts';
import { pairFor, priorityFor, type Triple } from '#lib/settings/priority.ts';
import type { Settings } from '#lib/settings/settings.ts';
import type { Case } from '../case/definition.ts';
import { contactTypeByChannel } from './choices.ts';

const WITHOUT_LOOKUP: Triple = { impact: 3, urgency: 3, priority: 5 };

/** REL-6 · Priority, impact and urgency of an incident created from a case, and the dialog's hint if no row matches. */
export function tripleFromCase(priority: number, settings: Settings): Triple & { hint: string | null } {
  if (!lookupIsOn(settings)) return { ...WITHOUT_LOOKUP, hint: null };
  const pair = pairFor(settings.lookup, priority);
  if (pair) return { ...pair, priority, hint: null };
  return { ...WITHOUT_LOOKUP, hint: `No active row of the priority data lookup yields priority ${priority}.` };
}

/** CASE-12 · If the case agrees with the lookup, its own values are used. Otherwise its priority decides (REL-6). */
function tripleOfCase({ impact, urgency, priority }: Case, settings: Settings): ReturnType<typeof tripleFromCase> {
  const agrees = lookupIsOn(settings) && priorityFor(settings.lookup, impact, urgency) === priority;
  return agrees ? { impact, urgency, priority, hint: null } : tripleFromCase(priority, settings);
}

/** REL-17 · The values of an incident from its case. Without contact and consumer, the caller is the agent. */
export function incidentFromCase(theCase: Case, actor: Actor, settings: Settings): FromCase {
  const { hint, ...triple } = tripleOfCase(theCase, settings);
  return {
    hint,
    values: {
      shortDescription: theCase.shortDescription,
      description: theCase.description,
      ...triple,
      callerId: theCase.contactId ?? theCase.consumerId ?? actor.id,
      accountId: theCase.accountId,
      configurationItemId: theCase.configurationItemId,
      problemId: theCase.problemId,
      changeId: theCase.changeId,
      causedByChangeId: theCase.causedByChangeId,
      contactType: contactTypeByChannel[theCase.channel] ?? 'self-service',
    },
  };
}

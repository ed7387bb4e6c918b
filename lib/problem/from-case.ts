import type { Case } from '#lib/case/definition.ts';
import { computedPriority } from '#lib/data-lookup/computed-priority.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { Settings } from '#lib/property/settings.ts';
import type { FromCase } from '#lib/task/definition.ts';

/** REL-17, PRB-3 · What a problem gets from its case; the priority is computed while the lookup is active. */
export function problemFromCase(theCase: Case, _actor: Actor, settings: Settings): FromCase {
  const { shortDescription, description, impact, urgency, accountId, configurationItemId } = theCase;
  const priority = computedPriority(null, theCase, settings);
  const copied = { shortDescription, description, impact, urgency, priority, accountId, configurationItemId };
  return { hint: null, values: { ...copied, firstReportedById: theCase.id } };
}

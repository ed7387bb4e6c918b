import type { Case } from '#lib/case/definition.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { FromCase } from '#lib/task/definition.ts';

/** REL-17 · What a normal change gets from its case. */
export function changeFromCase(theCase: Case, actor: Actor): FromCase {
  const { shortDescription, description, impact, urgency, priority, accountId, configurationItemId } = theCase;
  const copied = { shortDescription, description, impact, urgency, priority, accountId, configurationItemId };
  const callerId = theCase.contactId ?? theCase.consumerId ?? actor.id;
  const fixed = { type: 'normal', state: 'new', category: 'Other', risk: 'moderate' };
  return { hint: null, values: { ...copied, callerId, requestedById: actor.id, ...fixed } };
}

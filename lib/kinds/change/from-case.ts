import type { Actor } from '#lib/platform/actor.ts';
import type { FromCase } from '#lib/record/definition.ts';
import type { Case } from '../case/definition.ts';
import type { Incident } from '../incident/definition.ts';

/** INC-7 · What a normal change gets from a case or an incident, for this person, or else for who makes it. */
function normalChange(source: Case | Incident, person: string | null, actor: Actor): FromCase {
  const { shortDescription, description, impact, urgency, priority, accountId, configurationItemId } = source;
  const copied = { shortDescription, description, impact, urgency, priority, accountId, configurationItemId };
  const fixed = { type: 'normal', state: 'new', category: 'Other', risk: 'moderate' };
  return { hint: null, values: { ...copied, callerId: person ?? actor.id, requestedById: actor.id, ...fixed } };
}

/** REL-17 · What a normal change gets from its case. */
export const changeFromCase = (theCase: Case, actor: Actor): FromCase =>
  normalChange(theCase, theCase.contactId ?? theCase.consumerId, actor);

/** INC-7 · What one gets from an incident, whose caller it is for. */
export const changeFromIncident = (incident: Incident, actor: Actor): FromCase =>
  normalChange(incident, incident.callerId, actor);

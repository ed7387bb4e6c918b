import type { Actor } from '#lib/platform/actor.ts';
import type { FromCase } from '#lib/record/definition.ts';
import type { Case } from '../case/definition.ts';
import type { Incident } from '../incident/definition.ts';

/** INC-7 · The values of a normal change from a case or incident. It is requested for `person`, or else for the actor. */
function normalChange(source: Case | Incident, person: string | null, actor: Actor): FromCase {
  const { shortDescription, description, impact, urgency, priority, accountId, configurationItemId } = source;
  const copied = { shortDescription, description, impact, urgency, priority, accountId, configurationItemId };
  const fixed = { type: 'normal', state: 'new', category: 'Other', risk: 'moderate' };
  return { hint: null, values: { ...copied, callerId: person ?? actor.id, requestedById: actor.id, ...fixed } };
}

/** REL-17 · The values of a normal change from its case. */
export const changeFromCase = (theCase: Case, actor: Actor): FromCase =>
  normalChange(theCase, theCase.contactId ?? theCase.consumerId, actor);

/** INC-7 · The values of a normal change from an incident, requested for its caller. */
export const changeFromIncident = (incident: Incident, actor: Actor): FromCase =>
  normalChange(incident, incident.callerId, actor);

import type { Actor } from '#lib/platform/actor.ts';
import type { FromCase } from '#lib/record/definition.ts';
import { computedPriority } from '#lib/settings/computed-priority.ts';
import type { Settings } from '#lib/settings/settings.ts';
import type { Case } from '../case/definition.ts';
import type { Incident } from '../incident/definition.ts';

/** REL-17, PRB-3, INC-7 · The values of a problem from its case or incident. An active lookup computes the priority. */
export function problemFromCase(source: Case | Incident, _actor: Actor, settings: Settings): FromCase {
  const { shortDescription, description, impact, urgency, accountId, configurationItemId } = source;
  const priority = computedPriority(null, source, settings);
  const copied = { shortDescription, description, impact, urgency, priority, accountId, configurationItemId };
  return { hint: null, values: { ...copied, firstReportedById: source.id } };
}

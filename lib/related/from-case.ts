import type { Case } from '#lib/case/definition.ts';
import { changeFromCase } from '#lib/change/from-case.ts';
import { incidentFromCase } from '#lib/incident/from-case.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { problemFromCase } from '#lib/problem/from-case.ts';
import type { Settings } from '#lib/property/settings.ts';
import type { FieldValue } from '#lib/task/field.ts';
import type { Variant } from './variant.ts';

/** The values that a record gets from its case, and what the dialog has to say about them. */
export type FromCase = { values: Record<string, FieldValue>; hint: string | null };

/** REL-17 · What each kind gets from the case. A standard change gets nothing: REL-7. */
export const fromCase: Readonly<Record<Variant, (theCase: Case, actor: Actor, settings: Settings) => FromCase>> = {
  incident: incidentFromCase,
  problem: problemFromCase,
  normal_change: changeFromCase,
  standard_change: () => ({ values: {}, hint: null }),
};

/** REL-17 · What the dialog lets the agent change; the rest is shown. */
export const editableFromCase = [
  'shortDescription',
  'description',
  'impact',
  'urgency',
  'configurationItemId',
] as const;

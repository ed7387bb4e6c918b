import { definitionOf } from '#lib/kinds/definitions.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { FromCase } from '#lib/record/definition.ts';
import { links } from '#lib/record/link.ts';
import type { Settings } from '#lib/settings/settings.ts';
import type { Source } from './source.ts';
import { linkOfVariant, type Variant } from './variant.ts';

/**
 * REL-17 · The values that are copied from the case, or from the incident (INC-7), by the kind's definition and its field map
 * (`mapped`, ADM-4). A standard change gets nothing: REL-7.
 */
export function fromCase(
  variant: Variant,
  source: Source,
  { actor, settings, mapped }: { actor: Actor; settings: Settings; mapped: FromCase['values'] },
): FromCase {
  const nothing = { values: {}, hint: null };
  if (variant === 'standard_change') return nothing;
  const kind = definitionOf(links[linkOfVariant[variant]].kind);
  const made =
    source.kind === 'case' ? kind.fromCase?.(source, actor, settings) : kind.fromIncident?.(source, actor, settings);
  const copied = made ?? nothing;
  return { ...copied, values: { ...copied.values, ...mapped } };
}

/** REL-17 · The fields that the agent can change in the dialog; the others are read-only. */
export const editableFromCase = [
  'shortDescription',
  'description',
  'impact',
  'urgency',
  'configurationItemId',
  'assignmentGroupId',
] as const;

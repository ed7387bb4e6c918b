import { blankRecord } from '#lib/kinds/blank-record.ts';
import { definitionOf } from '#lib/kinds/definitions.ts';
import { blankFieldView, displayOf, type FieldView } from '#lib/kinds/field-view.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import type { FromCase } from '#lib/record/definition.ts';
import type { FieldValue, StoredValue } from '#lib/record/field.ts';
import { fieldValue } from '#lib/record/field-value.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { links } from '#lib/record/link.ts';
import { prioritiesByPair } from '#lib/settings/computed-priority.ts';
import type { Settings } from '#lib/settings/settings.ts';
import { editableFromCase, fromCase } from './from-case.ts';
import type { ProposedGroup } from './queries/proposed-group.ts';
import { groupSources } from './rules/group-sources.ts';
import type { Source } from './source.ts';
import { linkOfVariant, type Variant } from './variant.ts';

/** The initial content of a Create dialog: editable fields, read-only values, and how priority is derived. */
export type CreateDraft = {
  fields: FieldView[];
  shown: { label: string; display: string }[];
  hint: string | null;
  /** Why this group is proposed. */
  groupHint: string;
  /** The copied priority, and the priority for every other pair of impact and urgency: "1 2" to "2 - High". */
  priority: string;
  priorityByPair: Record<string, string>;
};

/** Names of copied references, by id. All are known: from the case or incident, that record itself, or the agent. */
function namesById(source: Source, actor: Actor, names: ReadonlyMap<string, string>) {
  const references = [...names].map(([field, name]) => [String(fieldValue(source, field)), name] as const);
  return new Map([...references, [source.id, source.number], ...(actor.id ? [[actor.id, actor.name] as const] : [])]);
}

/** REL-6, PRB-3 · The priority for every pair of impact and urgency, by the kind's own rule. */
function prioritiesOf(
  kind: TaskKind,
  values: Readonly<Record<string, StoredValue>>,
  actor: Actor,
  settings: Settings,
): Record<string, string> {
  const at = now();
  const blank = blankRecord(kind, { id: '', number: '', at, openedById: actor.id });
  return prioritiesByPair((impact, urgency) => {
    const proposed = { ...blank, ...values, impact, urgency };
    return definitionOf(kind).deriveFields(null, proposed, { actor, at, journal: {}, settings }).priority;
  });
}

/** ACC-6 · The creator of a record may choose any group, including groups that only others may assign later. */
const forNew = (view: FieldView): FieldView =>
  view.assigns ? { ...view, optionsUrl: `${view.optionsUrl}&creates=true` } : view;

type From = {
  variant: Variant;
  source: Source;
  actor: Actor;
  settings: Settings;
  mapped: FromCase['values'];
  /** Names of the referenced records. */
  names: ReadonlyMap<string, string>;
  group: ProposedGroup | null;
};

/** REL-17, REL-6 · The Create dialog, filled from the case or incident by the same code as the command. */
export function createDraft({ variant, source, actor, settings, mapped, names, group }: From): CreateDraft {
  const { kind } = links[linkOfVariant[variant]];
  const { fields } = definitionOf(kind);
  const { values: copied, hint } = fromCase(variant, source, { actor, settings, mapped });
  const values: FromCase['values'] = { assignmentGroupId: group?.id ?? null, ...copied };
  const byId = namesById(source, actor, names);
  if (group) byId.set(group.id, group.name);
  const display = (name: string, value: FieldValue) => {
    const field = fields[name];
    return field ? displayOf(field, value, byId.get(String(value))) : '';
  };
  const isEditable = (name: string) => editableFromCase.some((each) => each === name);
  return {
    fields: editableFromCase.flatMap((name) => {
      const field = fields[name];
      const value = values[name] ?? null;
      return field ? [forNew(blankFieldView(kind, name, field, value, display(name, value)))] : [];
    }),
    shown: Object.entries(values).flatMap(([name, value]) => {
      const field = fields[name];
      return field && name !== 'priority' && !isEditable(name) && value !== null
        ? [{ label: field.label, display: display(name, value) }]
        : [];
    }),
    hint,
    groupHint: group ? `Proposed ${groupSources[group.by]}.` : '',
    priority: display('priority', values.priority ?? null),
    priorityByPair: prioritiesOf(kind, values, actor, settings),
  };
}

import { can, mayCreateFromCase } from '#lib/access/policy.ts';
import { blankRecord } from '#lib/kinds/blank-record.ts';
import { definitionOf } from '#lib/kinds/definitions.ts';
import { blankFieldView, type FieldView, optionsNow } from '#lib/kinds/field-view.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { plainDisplay } from '#lib/record/field.ts';
import { type TaskKind, taskKindNames, taskKinds } from '#lib/record/kind.ts';
import { isAssociable, type LinkName, linkNames, links } from '#lib/record/link.ts';
import { proposedByPair } from '#lib/settings/computed-priority.ts';
import { isIntegrated, type Settings } from '#lib/settings/settings.ts';

/** The form of a new record of a kind, with its initial values. */
export type NewForm = {
  kind: TaskKind;
  label: string;
  plural: string;
  path: string;
  sections: { heading: string; fields: FieldView[] }[];
  /** CASE-12 · The priority that each pair of impact and urgency gives or, if set by hand, proposes: "1 2" to "2 - High". */
  priorityByPair: Record<string, string>;
};

/** A record that is not created yet. */
const nobody = { id: '', number: '', at: new Date(0), openedById: null };

function formOf(kind: TaskKind, actor: Actor, settings: Settings): NewForm {
  const definition = definitionOf(kind);
  const { defaults, fields, fieldsWith = {}, typed = {} } = definition;
  const readOnly = definition.readOnly(blankRecord(kind, nobody), settings);
  const sections = definition.form
    .filter((section) => !section.atEnd)
    .map(({ heading, fields: names }) => ({
      heading,
      fields: names.flatMap((name): FieldView[] => {
        const field = fields[name];
        // Values that require further fields, such as a hold with its reason, are not offered for a new record.
        if (field?.edit !== 'form' || name === 'state' || name in fieldsWith) return [];
        // ACC-6: a user may create records without the right to assign them.
        if (field.type === 'reference' && field.assigns && !can(actor, 'assign', kind)) return [];
        const value = typed[name] ?? defaults[name] ?? (field.type === 'yes-no' ? false : null);
        const because = readOnly[name]?.because;
        const view = blankFieldView(kind, name, field, value, plainDisplay(field, value));
        const options = optionsNow(view, definition.choicesNow?.(null)[name]);
        return [{ ...view, ...(options ? { options } : {}), editable: !because, ...(because ? { because } : {}) }];
      }),
    }));
  const priorityByPair = proposedByPair(settings);
  const { label, plural, path } = taskKinds[kind];
  return { kind, label, plural, path, sections, priorityByPair };
}

/** The kinds that the actor may create directly; a request creates its items. */
export function creatableKinds(actor: Actor): TaskKind[] {
  return taskKindNames.filter((kind) => !taskKinds[kind].partOf && can(actor, 'create', kind));
}

/** The forms of the kinds that the actor may create, except requests, which are ordered from the catalog. */
export function newForms(actor: Actor, settings: Settings): NewForm[] {
  return creatableKinds(actor)
    .filter((kind) => !taskKinds[kind].createdByOrder)
    .map((kind) => formOf(kind, actor, settings));
}

/** What a new case can get at once: related records to create, and existing ones to link. */
export function linksAtCreation(actor: Actor, settings: Settings): Record<'create' | 'link', LinkName[]> {
  const offered = linkNames.filter(
    (link) =>
      isIntegrated(settings, links[link].integration) && can(actor, 'create', 'case') && can(actor, 'edit', 'case'),
  );
  return {
    create: offered.filter((link) => mayCreateFromCase(actor, links[link].kind).ok),
    link: offered.filter((link) => isAssociable(link) && can(actor, 'link', links[link].kind)),
  };
}

import { can, seesSomeRecords } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { KindDefinition } from '#lib/record/definition.ts';
import { type Field, type FieldValue, plainDisplay } from '#lib/record/field.ts';
import { fieldValue } from '#lib/record/field-value.ts';
import { kindOfNumber, pathOfNumber, type TaskKind } from '#lib/record/kind.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { constrainedUrl } from '#lib/record/reference-constraint.ts';
import type { Settings } from '#lib/settings/settings.ts';
import type { Choice } from '#lib/words/choice.ts';

/** A field as a form needs it: its value, its display text, and what the user may choose or type. */
export type FieldView = {
  name: string;
  label: string;
  type: Field['type'];
  value: FieldValue;
  display: string;
  editable: boolean;
  required: boolean;
  /** Only moving the record sets it. */
  byMove: boolean;
  max?: number;
  options?: { value: string; label: string }[];
  /** The search address for a reference, with `?q=`. */
  optionsUrl?: string;
  /** REC-5 · Offers only things of the customer. */
  ofCustomer?: true;
  /** REC-5 · Offers only possible assignees, which depend on the record's customer and group. */
  assigns?: true;
  /** The address of the referenced record, if the user may see such records. */
  href?: string;
  /** Why the field is read-only now. */
  because?: string;
};

/** The view of a field that does not depend on the record. */
export function blankFieldView(
  kind: TaskKind,
  name: string,
  field: Field,
  value: FieldValue,
  display: string,
): FieldView {
  return {
    name,
    label: field.label,
    type: field.type,
    value,
    display,
    editable: true,
    required: 'required' in field && field.required === true,
    byMove: field.edit === 'move',
    ...(field.type === 'text' || field.type === 'long-text' ? { max: field.max } : {}),
    ...(field.type === 'choice' || field.type === 'rating' ? { options: optionsOf(field.choices, value) } : {}),
    ...(field.type === 'reference' ? referenceOptions(kind, field) : {}),
  };
}

/** The search address for a reference, and what the results depend on. */
function referenceOptions(
  kind: TaskKind,
  { target, ofCustomer, assigns }: Extract<Field, { type: 'reference' }>,
): Pick<FieldView, 'optionsUrl' | 'ofCustomer' | 'assigns'> {
  const optionsUrl = `/api/references?kind=${target}`;
  if (assigns) return { optionsUrl: `${optionsUrl}&assigns=${kind}`, assigns };
  return ofCustomer ? { optionsUrl, ofCustomer } : { optionsUrl };
}

/** Excludes references that this record cannot have, such as itself. */
function placed(field: Field, { optionsUrl }: FieldView, { id }: TaskRecord): Pick<FieldView, 'optionsUrl'> {
  return field.type === 'reference' && optionsUrl ? { optionsUrl: constrainedUrl(optionsUrl, field.as, id) } : {};
}

/** The choices of a field, and an imported value that is not among them. */
function optionsOf(choices: readonly Choice[], value: FieldValue): { value: string; label: string }[] {
  const options = choices.map(({ value: choice, label }) => ({ value: choice, label }));
  const listed = value === null || value === '' || options.some((option) => option.value === String(value));
  return listed ? options : [...options, { value: String(value), label: String(value) }];
}

/** The display text of a value; for references the name. */
export function displayOf(field: Field, value: FieldValue, name: string | undefined): string {
  return field.type === 'reference' ? (name ?? '') : plainDisplay(field, value);
}

/** The address of the record that a field refers to. */
function hrefOf(field: Field, display: string, actor: Actor): string | null {
  const kind = field.type === 'reference' ? kindOfNumber(display) : null;
  return kind && seesSomeRecords(actor, kind) ? pathOfNumber(display) : null;
}

/** The options that are possible now, and the current value. */
export function optionsNow({ options, value }: FieldView, offered: readonly string[] | undefined) {
  return offered ? options?.filter((option) => option.value === value || offered.includes(option.value)) : options;
}

/** Q-17 · A read-only field is sent without its options and limits. */
function readOnlyView({
  options: _options,
  optionsUrl: _url,
  ofCustomer: _of,
  assigns: _assigns,
  max: _max,
  ...view
}: FieldView): FieldView {
  return { ...view, editable: false };
}

type RecordSnapshot = {
  definition: KindDefinition;
  record: TaskRecord;
  /** The states of the record's parts. */
  parts: readonly string[];
  settings: Settings;
  actor: Actor;
  mayEdit: boolean;
};

/** Every field of a record by name. The kind's rules decide which are read-only. State offers the possible moves. */
export function fieldViews(
  { definition, record, parts, settings, actor, mayEdit }: RecordSnapshot,
  names: ReadonlyMap<string, string>,
): Record<string, FieldView> {
  const readOnly = definition.readOnly(record, settings);
  const offered: Record<string, readonly string[]> = {
    ...definition.choicesNow?.(record),
    state: definition.movesFrom(record, { settings, parts }),
  };
  const views = Object.entries(definition.fields).map(([name, field]): [string, FieldView] => {
    const value = fieldValue(record, name);
    const view = blankFieldView(definition.kind, name, field, value, displayOf(field, value, names.get(name)));
    const because = readOnly[name]?.because;
    const href = hrefOf(field, view.display, actor);
    const shown = { ...view, ...(href ? { href } : {}), ...(because && mayEdit ? { because } : {}) };
    const isForOthers = view.assigns && !can(actor, 'assign', definition.kind);
    if (!mayEdit || field.edit !== 'form' || because || isForOthers) return [name, readOnlyView(shown)];
    const options = optionsNow(view, offered[name]);
    return [name, { ...shown, ...(options ? { options } : {}), ...placed(field, view, record) }];
  });
  return Object.fromEntries(views);
}

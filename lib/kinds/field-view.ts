import { can, seesSome } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { KindDefinition } from '#lib/record/definition.ts';
import { type Field, type FieldValue, plainDisplay } from '#lib/record/field.ts';
import { fieldValue } from '#lib/record/field-value.ts';
import { kindOfNumber, pathOfNumber, type TaskKind } from '#lib/record/kind.ts';
import { placedUrl } from '#lib/record/placing.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import type { Settings } from '#lib/settings/settings.ts';
import type { Choice } from '#lib/words/choice.ts';

/** A field as a form needs it: its value, how that reads, and what may be chosen or typed instead. */
export type FieldView = {
  name: string;
  label: string;
  type: Field['type'];
  value: FieldValue;
  display: string;
  editable: boolean;
  required: boolean;
  /** Only a move of the record sets it. */
  byMove: boolean;
  max?: number;
  options?: { value: string; label: string }[];
  /** Where what a reference may refer to is looked for, by `?q=`. */
  optionsUrl?: string;
  /** REC-5 · Only what belongs to the customer is offered. */
  ofCustomer?: true;
  /** REC-5 · Only whom the record may be assigned to is offered, which its customer and its group decide. */
  assigns?: true;
  /** Where the record that it refers to is, for who may see such records. */
  href?: string;
  /** Why nobody can set it now. */
  because?: string;
};

/** What a field says of itself, whatever record of the kind it stands in. */
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

/** Where what a reference may refer to is looked for, and what of the record decides it. */
function referenceOptions(
  kind: TaskKind,
  { target, ofCustomer, assigns }: Extract<Field, { type: 'reference' }>,
): Pick<FieldView, 'optionsUrl' | 'ofCustomer' | 'assigns'> {
  const optionsUrl = `/api/references?kind=${target}`;
  if (assigns) return { optionsUrl: `${optionsUrl}&assigns=${kind}`, assigns };
  return ofCustomer ? { optionsUrl, ofCustomer } : { optionsUrl };
}

/** What is looked for leaves out what this record cannot have there, such as itself. */
function placed(field: Field, { optionsUrl }: FieldView, { id }: TaskRecord): Pick<FieldView, 'optionsUrl'> {
  return field.type === 'reference' && optionsUrl ? { optionsUrl: placedUrl(optionsUrl, field.as, id) } : {};
}

/** What may be chosen; also what an import has brought along, as long as it is there. */
function optionsOf(choices: readonly Choice[], value: FieldValue): { value: string; label: string }[] {
  const options = choices.map(({ value: choice, label }) => ({ value: choice, label }));
  const listed = value === null || value === '' || options.some((option) => option.value === String(value));
  return listed ? options : [...options, { value: String(value), label: String(value) }];
}

/** How the value of a field reads; references by their names. */
export function displayOf(field: Field, value: FieldValue, name: string | undefined): string {
  return field.type === 'reference' ? (name ?? '') : plainDisplay(field, value);
}

/** Where a record is that a field names. */
function hrefOf(field: Field, display: string, actor: Actor): string | null {
  const kind = field.type === 'reference' ? kindOfNumber(display) : null;
  return kind && seesSome(actor, kind) ? pathOfNumber(display) : null;
}

/** What can be chosen now: what is offered, and what stands there already. */
export function optionsNow({ options, value }: FieldView, offered: readonly string[] | undefined) {
  return offered ? options?.filter((option) => option.value === value || offered.includes(option.value)) : options;
}

/** Q-17 · What can only be read is sent without what could be chosen or typed instead. */
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
  /** The states of its parts. */
  parts: readonly string[];
  settings: Settings;
  actor: Actor;
  mayEdit: boolean;
};

/** Every field of a record by name, with what the kind's rules make read-only; State offers what can be reached. */
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

import { normalizeValue } from '#lib/external/values.ts';
import { definitionOf, definitions } from '#lib/kinds/definitions.ts';
import { findReferencesFor } from '#lib/kinds/reference.ts';
import { parseIsoDateTime } from '#lib/platform/iso-date-time.ts';
import { readSkipped, skippedBecause } from '#lib/platform/skipped-time.ts';
import { isOneLine } from '#lib/platform/text-input.ts';
import { isUuid } from '#lib/platform/uuid.ts';
import { no, Refusal, type Verdict, yes } from '#lib/platform/verdict.ts';
import { isBlank, withoutInvisible } from '#lib/platform/visible-text.ts';
import type { Field, FieldValue, StoredValue } from '#lib/record/field.ts';
import { fieldValue } from '#lib/record/field-value.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { RecordOf } from '#lib/record/record.ts';
import type { CommandContext } from './command-context.ts';

export type Values = Readonly<Record<string, FieldValue>>;

/** REC-5 · A value must fit its field: not missing, not too long, one of the choices. */
function valueFits(name: string, field: Field, value: FieldValue): Verdict {
  const empty = value === null || value === '';
  if ('required' in field && field.required && (empty || isBlank(String(value))))
    return no('REC-5', `${field.label} is missing.`, name);
  if (field.type === 'yes-no')
    return typeof value === 'boolean' ? yes : no('REC-5', `${field.label} is yes or no.`, name);
  if (empty) return yes;
  if (field.type === 'text' && !isOneLine(String(value)))
    return no('REC-5', `${field.label} has a line break or another control character.`, name);
  if (field.type === 'text' || field.type === 'long-text')
    return String(value).length <= field.max
      ? yes
      : no('REC-5', `${field.label} is longer than ${field.max} characters.`, name);
  if (field.type === 'date-time') return dateTimeFits(name, field, String(value));
  if (field.type === 'number' || field.type === 'money')
    return Number.isSafeInteger(value) ? yes : no('REC-5', `${field.label} is not a number.`, name);
  if (field.type !== 'choice' && field.type !== 'rating') return yes;
  return field.choices.some((choice) => choice.value === String(value))
    ? yes
    : no('REC-5', `${field.label} cannot be "${String(value)}".`, name);
}

function dateTimeFits(name: string, { label }: Field, value: string): Verdict {
  if (parseIsoDateTime(value)) return yes;
  const skipped = readSkipped(value);
  return no('REC-5', skipped ? skippedBecause(skipped) : `${label} is not a valid date and time.`, name);
}

const LONGEST_CHOICE = 100;

/** An open choice field accepts new values from an import, and keeps the value that it has. */
function broughtAlong({ actor }: CommandContext, field: Field, value: FieldValue, present: FieldValue): boolean {
  if (field.type !== 'choice' || !field.open || typeof value !== 'string' || value === '') return false;
  return value === present || (actor.kind === 'system' && value.length <= LONGEST_CHOICE);
}

/** Converts a value to its stored form: ratings are numbers, an empty choice or reference is null. */
function toStored(field: Field, value: FieldValue): StoredValue {
  if (field.type === 'date-time') return value === null || value === '' ? null : new Date(String(value));
  if (field.type === 'rating') return Number(value);
  if (field.type === 'yes-no') return value;
  if (field.type === 'text') return withoutInvisible(String(value ?? ''));
  if (field.type === 'long-text') return String(value ?? '');
  return value === '' ? null : value;
}

/** A stored value in the form that fieldValue returns. */
const comparable = (value: StoredValue): FieldValue => (value instanceof Date ? value.toISOString() : value);

/** REC-5 · Referenced records must exist. A reference may fill a field: the contact its account, the asset its product. */
async function filledByReferences(
  context: CommandContext,
  kind: TaskKind,
  values: Readonly<Record<string, StoredValue>>,
): Promise<Record<string, FieldValue>> {
  const filled: Record<string, FieldValue> = {};
  for (const [name, value] of Object.entries(values)) {
    const field = definitions[kind].fields[name];
    if (field?.type !== 'reference' || value === null) continue;
    const id = String(value);
    const [found] = isUuid(id) ? await findReferencesFor(context.tx, context.actor, field.target, [id]) : [];
    if (!found)
      throw new Refusal('REC-5', `${field.label}: there is no such ${field.target.replaceAll('-', ' ')}.`, {
        field: name,
      });
    if (field.autofills) filled[field.autofills] = found.fill;
  }
  return filled;
}

/**
 * REC-5 · Checks proposed values and returns them in stored form, with values filled by references. `settable` lists the fields
 * that this command sets. Other fields, and fields that are read-only now, are refused by name.
 */
export async function checkValues<K extends TaskKind>(
  context: CommandContext,
  kind: K,
  proposed: Values,
  { settable, record }: { settable: (field: Field, name: string) => boolean; record: RecordOf<K> | null },
): Promise<Partial<RecordOf<K>>> {
  const definition = definitionOf(kind);
  const readOnly = record ? definition.readOnly(record, context.settings) : {};
  const values: Record<string, StoredValue> = {};
  for (const [name, given] of Object.entries(proposed)) {
    const field = definition.fields[name];
    if (!field || !settable(field, name))
      throw new Refusal('REC-5', `${field?.label ?? name} cannot be set here.`, { field: name });
    const value = normalizeValue(field, given);
    const present = record ? fieldValue(record, name) : null;
    const fits = broughtAlong(context, field, value, present) ? yes : valueFits(name, field, value);
    if (!fits.ok) throw new Refusal(fits.rule, fits.because, { field: name });
    const stored = toStored(field, value);
    const locked = readOnly[name];
    if (locked && record && comparable(stored) !== present)
      throw new Refusal(locked.rule, locked.because, { field: name });
    values[name] = stored;
  }
  const changed = Object.entries(values).filter(
    ([name, value]) => !record || fieldValue(record, name) !== comparable(value),
  );
  const filled = await filledByReferences(context, kind, Object.fromEntries(changed));
  // Checked above: every name is a field of the kind, and every value fits.
  return Object.assign<Partial<RecordOf<K>>, object>({}, { ...values, ...filled });
}

import { z } from 'zod';
import { conditionsText, conditionWords } from '#lib/field-mapping/conditions.ts';
import type { MapFields } from '#lib/field-mapping/mapping.ts';
import type { Json } from '#lib/platform/json.ts';
import { amount } from '#lib/platform/money.ts';
import { isOneLine, lineInput } from '#lib/platform/text-input.ts';
import { isTimeZone } from '#lib/platform/time-zones.ts';
import { isUuid } from '#lib/platform/uuid.ts';
import type { Verdict } from '#lib/platform/verdict.ts';
import { isBlank, withoutInvisible } from '#lib/platform/visible-text.ts';
import type { ReferenceConstraint } from '#lib/record/reference-constraint.ts';
import type { ReferenceKind } from '#lib/record/reference-kind.ts';
import type { Choice } from '#lib/words/choice.ts';

/**
 * A column of an admin table. Forms and lists use its value as text: amounts with two decimals, "true" or "false", the id of a
 * reference; empty for no value. The audit log stores it as JSON (`toJson`).
 */
export type Column = {
  label: string;
  hint?: string;
  required?: true;
  /** Only in the form, not in the list. */
  unlisted?: true;
  /** Set by the page that adds the row; users never choose or see it. */
  fixed?: true;
} /** `wrongIn`: the error of a text, shown while the user types. */ & (
  | { type: 'text' | 'long-text'; max: number; wrongIn?: (text: string) => Verdict }
  | { type: 'email' }
  /** A name of the IANA database. */
  /** Empty: the browser's, at the first sign-in. */
  | { type: 'time-zone' }
  /** Set by the database, such as a number: visible but never edited. */
  | { type: 'read-only' }
  | { type: 'choice'; choices: readonly Choice[]; default: string }
  /** ADM-4 · The values that a record must have in some of these fields, in the format of conditionsText. */
  | { type: 'conditions'; fields: MapFields }
  | { type: 'integer'; min: number; max: number; default: string }
  /** Money, stored in cents or as a decimal number; `max` is in whole units. */
  | { type: 'amount'; storedAs: 'cents' | 'decimal'; max: number }
  | { type: 'boolean'; default: 'true' | 'false' }
  | { type: 'reference'; target: ReferenceKind; as?: ReferenceConstraint }
);

export type Columns = Readonly<Record<string, Column>>;

/** The values of a row, by column. */
export type RowValues = Readonly<Record<string, string>>;

const AMOUNT = /^\d{1,12}(\.\d{1,2})?$/;
const Email = lineInput(254).pipe(z.email());

/** The posted value of a column. Conditions have a control for each field, such as `conditions.impact`. */
export function postedValue(name: string, column: Column, posted: Readonly<Record<string, string>>): string {
  if (column.type !== 'conditions') return normalize(column, posted[name]);
  const chosen = Object.entries(posted).filter(([control, value]) => control.startsWith(`${name}.`) && value !== '');
  return conditionsText(chosen.map(([control, value]) => ({ field: control.slice(name.length + 1), value })));
}

function normalize(column: Column, input: string | undefined): string {
  const text = (input ?? '').trim();
  if (column.type === 'text') return withoutInvisible(text).trim();
  if (column.type === 'long-text') return isBlank(text) ? '' : text;
  if (column.type === 'boolean') return String(text === 'on' || text === 'true');
  if (column.type === 'email') return withoutInvisible(text).trim().toLowerCase();
  if (column.type === 'reference') return text.toLowerCase();
  if (column.type === 'amount' && text === '') return '0.00';
  if (column.type === 'amount' && AMOUNT.test(text)) return Number(text).toFixed(2);
  return text;
}

/** REC-5 · The error of a value, or null. */
export function validationError(column: Column, value: string): string | null {
  const { label, type } = column;
  if (value === '') return column.required ? `${label} is missing.` : null;
  if (type === 'text' && !isOneLine(value)) return `${label} has a line break or another control character.`;
  if (type === 'text' || type === 'long-text')
    return value.length <= column.max ? null : `${label} has at most ${column.max} characters.`;
  if (type === 'email') return Email.safeParse(value).success ? null : 'This is not an email address.';
  if (type === 'time-zone') return isTimeZone(value) ? null : 'Choose a time zone from the list.';
  if (type === 'choice')
    return column.choices.some((choice) => choice.value === value) ? null : `Choose one from the list.`;
  if (type === 'integer') {
    const fits = /^\d{1,9}$/.test(value) && Number(value) >= column.min && Number(value) <= column.max;
    return fits ? null : `${label} is a whole number from ${column.min} to ${column.max}.`;
  }
  if (type === 'amount') {
    if (!AMOUNT.test(value)) return `${label} is an amount, such as 12.50.`;
    return Number(value) <= column.max ? null : `${label} is ${amount(column.max * 100)} at most.`;
  }
  if (type === 'reference') return isUuid(value) ? null : `Choose one from the list.`;
  return null;
}

/** A value as the audit log stores it: typed, null for an empty reference. An amount stays text, to be exact. */
export function toJson({ type }: Column, value: string): Json {
  if (type === 'boolean') return value === 'true';
  if (type === 'integer') return Number(value);
  return value === '' && ['reference', 'email', 'time-zone'].includes(type) ? null : value;
}

/** Reads a logged value; null if the log has no single value. */
export function fromJson(logged: Json): string | null {
  if (logged === null) return '';
  return typeof logged === 'object' ? null : String(logged);
}

/** The initial values of a new row. */
export function defaultValues(columns: Columns): RowValues {
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [name, 'default' in column ? column.default : '']),
  );
}

/** The columns that users edit. */
export function editableColumns(columns: Columns): [string, Column][] {
  return Object.entries(columns).filter(([, { type }]) => type !== 'read-only');
}

/** A value as lists show it. For references, lists show the label that the database returns. */
export function displayValue(column: Column, value: string): string {
  if (column.type === 'boolean') return value === 'true' ? 'Yes' : 'No';
  if (column.type === 'choice') return column.choices.find((choice) => choice.value === value)?.label ?? value;
  if (column.type === 'conditions') return conditionWords(column.fields, value);
  return value;
}

import { parseIsoDateTime } from '#lib/platform/iso-date-time.ts';
import { isUuid } from '#lib/platform/uuid.ts';
import { no, type Verdict } from '#lib/platform/verdict.ts';
import type { Field, FieldValue } from '#lib/record/field.ts';
import type { Choice } from '#lib/words/choice.ts';

/** The value of an external text in a field, or why it is invalid. */
export type Reading = { value: FieldValue } | { refused: Verdict };

const choiceOf = (choices: readonly Choice[], value: FieldValue) =>
  choices.find((choice) => choice.value === String(value));

/** An amount in hundredths as a decimal number: 1234.50. */
function writeMoney(hundredths: number): string {
  const digits = String(Math.abs(hundredths)).padStart(3, '0');
  return `${hundredths < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** ADM-10 · The external value of a field: choices by their external value, references as `sys_id`, times in UTC. */
export function writeExternal(field: Field, value: FieldValue): string {
  if (value === null) return '';
  switch (field.type) {
    case 'choice':
    case 'rating':
      return choiceOf(field.choices, value)?.external ?? String(value);
    case 'reference':
      return String(value).replaceAll('-', '');
    case 'date-time':
      return String(value).slice(0, 19).replace('T', ' ');
    case 'money':
      return writeMoney(Number(value));
    case 'text':
    case 'long-text':
    case 'number':
    case 'yes-no':
      return String(value);
  }
}

/** CASE-6 · Compares choice names regardless of case, and treats a hyphen and a dash as equal. */
const folded = (text: string) => text.trim().replaceAll(/[–—]/g, '-').toLowerCase();

function readChoice(choices: readonly Choice[], text: string): string | undefined {
  const named = folded(text);
  return choices.find(({ value, label, external, alsoAccepts = [] }) =>
    [external, value, label, ...alsoAccepts].some((name) => folded(name) === named),
  )?.value;
}

const SYS_ID = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/;

/** A `sys_id` is the record's UUID without dashes. Any other text is a name, looked up with the reader's access. */
function readReference(text: string): string {
  const id = text.replace(SYS_ID, '$1-$2-$3-$4-$5');
  return isUuid(id) ? id.toLowerCase() : text;
}

const EXTERNAL_TIME = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)$/;

function readDateTime(text: string): string | undefined {
  return parseIsoDateTime(text.replace(EXTERNAL_TIME, '$1T$2Z'))?.toISOString();
}

function readNumber(text: string): number | undefined {
  return /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
}

function readMoney(text: string): number | undefined {
  const [, whole, part = ''] = /^(-?\d{1,13})(?:\.(\d{1,2}))?$/.exec(text) ?? [];
  return whole === undefined ? undefined : Number(whole + part.padEnd(2, '0'));
}

const yesOrNo: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
  ['yes', true],
  ['no', false],
  ['1', true],
  ['0', false],
]);

/** The value that a text represents in a field; undefined if it represents none. Trims everything except free text. */
function meant(field: Field, given: string): FieldValue | undefined {
  if (field.type === 'text' || field.type === 'long-text') return given;
  const text = given.trim();
  if (text === '') return null;
  switch (field.type) {
    case 'choice':
      return readChoice(field.choices, text);
    case 'rating': {
      const rating = readChoice(field.choices, text);
      return rating === undefined ? undefined : Number(rating);
    }
    case 'reference':
      return readReference(text);
    case 'date-time':
      return readDateTime(text);
    case 'number':
      return readNumber(text);
    case 'money':
      return readMoney(text);
    case 'yes-no':
      return yesOrNo.get(folded(text));
  }
}

/**
 * CASE-6 · Reads an external text for a field. Accepts the external value, our value, the label, and choice aliases. Refuses
 * any other text, naming the field (REC-5). Whether the field may be empty is checked elsewhere.
 */
export function readExternal(field: Field, text: string): Reading {
  const value = meant(field, text);
  return value === undefined
    ? { refused: no('REC-5', `${field.label} cannot be "${text.trim()}".`, field.external) }
    : { value };
}

/** A proposed value in the product's form. An unknown value stays as it is, for the check to refuse (REC-5). */
export function normalizeValue(field: Field, value: FieldValue): FieldValue {
  const reading = typeof value === 'string' ? readExternal(field, value) : { value };
  return 'value' in reading ? reading.value : value;
}

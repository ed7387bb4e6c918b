import { amount } from '#lib/platform/money.ts';
import type { Choice } from '#lib/words/choice.ts';
import type { ReferenceConstraint } from './reference-constraint.ts';
import type { ReferenceKind } from './reference-kind.ts';

/**
 * A field of a kind. `external` is its name in exports, imports and the API (ADM-10): ServiceNow's public column name, or else
 * our name in snake case; imports also accept `alsoCalled`. `table`: where the field is stored. `edit`: who sets it: a person
 * in the form, a move (only together with a state), or only the product.
 */
export type Field = {
  label: string;
  external: string;
  alsoCalled?: readonly string[];
  table: 'task' | 'own';
  edit: 'form' | 'move' | 'product';
} & (
  | { type: 'text' | 'long-text'; max: number; required?: boolean }
  /** `open`: an import may add further choices; people choose among the listed ones. */
  | { type: 'choice'; choices: readonly Choice[]; required?: boolean; open?: true }
  /** A choice that is stored as a number, such as priority. */
  | { type: 'rating'; choices: readonly Choice[]; required: true }
  /** The chosen record may fill another field: a contact fills the account, an asset the product. */
  | {
      type: 'reference';
      target: ReferenceKind;
      required?: boolean;
      autofills?: string;
      /** REC-5 · Only records of the record's customer. */
      ofCustomer?: true;
      /** ACC-6 · Only people to whom the record may be assigned. */
      assigns?: true;
      /** The role of the picked reference; the server offers only records that fit it. */
      as?: ReferenceConstraint;
    }
  | { type: 'yes-no' }
  /** A date and time; the value is ISO text in UTC. */
  | { type: 'date-time' }
  | { type: 'number' }
  /** An amount in hundredths of the configured currency. */
  | { type: 'money' }
);

export type Fields = Readonly<Record<string, Field>>;

/** A field in the table of its kind, by who sets it. */
export const own = {
  form: { table: 'own', edit: 'form' },
  move: { table: 'own', edit: 'move' },
  product: { table: 'own', edit: 'product' },
} as const;

/** A field in the table of all kinds, by who sets it. */
export const task = {
  form: { table: 'task', edit: 'form' },
  move: { table: 'task', edit: 'move' },
  product: { table: 'task', edit: 'product' },
} as const;

/** What a field may hold. */
export type FieldValue = string | number | boolean | null;

/** The value that a row stores: dates and times are Date objects. */
export type StoredValue = FieldValue | Date;

/** A field's value as history and the record page show it; the caller resolves the names of references. */
export function plainDisplay(field: Field, value: FieldValue): string {
  if (value === null || value === '') return '';
  if (field.type === 'choice' || field.type === 'rating')
    return field.choices.find((choice) => choice.value === String(value))?.label ?? String(value);
  if (field.type === 'yes-no') return value ? 'Yes' : 'No';
  if (field.type === 'date-time') return `${String(value).slice(0, 16).replace('T', ' ')} UTC`;
  if (field.type === 'money') return amount(Number(value));
  return String(value);
}

import { amount } from '#lib/platform/money.ts';
import type { Choice } from '#lib/words/choice.ts';
import type { Placing } from './placing.ts';
import type { ReferenceKind } from './reference-kind.ts';

/**
 * A field of a kind. `external` is its name in exports, imports and the API (ADM-10): the public column of ServiceNow's
 * table, or where there is none our own name in snake case; `alsoCalled` are other names under which it comes in. `table`
 * says where it is kept; `edit` who sets it: a person in the form, a move (only together with a state), or the product alone.
 */
export type Field = {
  label: string;
  external: string;
  alsoCalled?: readonly string[];
  table: 'task' | 'own';
  edit: 'form' | 'move' | 'product';
} & (
  | { type: 'text' | 'long-text'; max: number; required?: boolean }
  /** Where it is `open`, an import brings further choices along; people choose among those that are listed. */
  | { type: 'choice'; choices: readonly Choice[]; required?: boolean; open?: true }
  /** A choice that is kept as a number, such as priority. */
  | { type: 'rating'; choices: readonly Choice[]; required: true }
  /** What is chosen may fill another field: the contact the account, the asset the product. */
  | {
      type: 'reference';
      target: ReferenceKind;
      required?: boolean;
      autofills?: string;
      /** REC-5 · Only what belongs to the customer of the record. */
      ofCustomer?: true;
      /** ACC-6 · Only whom the record may be assigned to. */
      assigns?: true;
      /** Only what the server takes of the record as that. */
      as?: Placing;
    }
  | { type: 'yes-no' }
  /** A moment; its value is ISO text in UTC. */
  | { type: 'date-time' }
  | { type: 'number' }
  /** An amount in hundredths of the house's currency. */
  | { type: 'money' }
);

export type Fields = Readonly<Record<string, Field>>;

/** A field that is kept in the table of its kind, by who sets it. */
export const own = {
  form: { table: 'own', edit: 'form' },
  move: { table: 'own', edit: 'move' },
  product: { table: 'own', edit: 'product' },
} as const;

/** A field that is kept in the table of all kinds, by who sets it. */
export const task = {
  form: { table: 'task', edit: 'form' },
  move: { table: 'task', edit: 'move' },
  product: { table: 'task', edit: 'product' },
} as const;

/** What a field may hold. */
export type FieldValue = string | number | boolean | null;

/** What a row keeps of it: moments are dates there. */
export type StoredValue = FieldValue | Date;

/** The value of a field as history and the record page show it; references are named by the caller. */
export function plainDisplay(field: Field, value: FieldValue): string {
  if (value === null || value === '') return '';
  if (field.type === 'choice' || field.type === 'rating')
    return field.choices.find((choice) => choice.value === String(value))?.label ?? String(value);
  if (field.type === 'yes-no') return value ? 'Yes' : 'No';
  if (field.type === 'date-time') return `${String(value).slice(0, 16).replace('T', ' ')} UTC`;
  if (field.type === 'money') return amount(Number(value));
  return String(value);
}

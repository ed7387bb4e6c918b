import { NOT_VERIFIED } from '#lib/mail-out/sender-words.ts';
import type { EventOf } from '#lib/record/event.ts';
import { type Fields, type FieldValue, plainDisplay } from '#lib/record/field.ts';
import { fieldValue } from '#lib/record/field-value.ts';
import type { TaskRecord } from '#lib/record/record.ts';

/** A field's display value in a note. */
function shown(fields: Fields, record: TaskRecord, name: string): string {
  const field = fields[name];
  return field ? plainDisplay(field, fieldValue(record, name)) : '';
}

/** "INC0010001 state changed from New to In Progress.", if the update changed that field. */
export function changeOf(fields: Fields, name: string) {
  return ({ before, record }: EventOf<'updated'>): string[] => {
    const word = fields[name]?.label.toLowerCase();
    return [`${record.number} ${word} changed from ${shown(fields, before, name)} to ${shown(fields, record, name)}.`];
  };
}

/** "INC0010001 resolution notes: TEXT", one line per field that is not empty. */
export function textsOf(fields: Fields, record: TaskRecord, names: readonly string[]): string[] {
  return names
    .filter((name) => isSet(fieldValue(record, name)))
    .map((name) => {
      const ends = fields[name]?.type === 'choice' ? '.' : '';
      return `${record.number} ${fields[name]?.label.toLowerCase()}: ${shown(fields, record, name)}${ends}`;
    });
}

/** "Comment on INC0010001 by NAME: TEXT" */
export function commentLine({ record, by, text }: EventOf<'commented'>): string[] {
  return [`Comment on ${record.number} by ${by.name}: ${text}`];
}

/** SYNC-CASE-1, MAIL-8 · "CUSTOMER (ACCOUNT) on CS0001001: TEXT"; marks a customer who is not verified. */
export function customerLine({ record, by, text }: EventOf<'commented'>): string[] {
  const known = [by.accountName, by.unverified && NOT_VERIFIED].filter(Boolean).join(', ');
  return [`${by.name}${known && ` (${known})`} on ${record.number}: ${text}`];
}

/** Whether the update moved the record into one of these states. */
export function entered({ record, changed }: EventOf<'updated'>, ...states: string[]): boolean {
  return changed.has('state') && states.includes(record.state);
}

const isSet = (value: FieldValue) => value !== null && value !== '';

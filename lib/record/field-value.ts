import type { Fields, FieldValue } from './field.ts';
import type { AnyRecord } from './record.ts';

/** A record's value of a field whose name comes from data: a form, history, or an export. */
export function fieldValue(record: AnyRecord, name: string): FieldValue {
  const value: unknown = Reflect.get(record, name);
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** The declared fields that differ between two versions of a record. */
export function changedFields(fields: Fields, before: AnyRecord, after: AnyRecord): string[] {
  return Object.keys(fields).filter((name) => fieldValue(before, name) !== fieldValue(after, name));
}

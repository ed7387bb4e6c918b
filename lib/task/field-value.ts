import type { TaskRecord } from './definition.ts';
import type { Fields, FieldValue } from './field.ts';

/** The value that a record has in a field, by the field's name. */
export function fieldValue(record: TaskRecord, name: string): FieldValue {
  const value = (record as Readonly<Record<string, unknown>>)[name];
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** The declared fields in which two versions of a record differ. */
export function changedFields(fields: Fields, before: TaskRecord, after: TaskRecord): string[] {
  return Object.keys(fields).filter((name) => fieldValue(before, name) !== fieldValue(after, name));
}

import type { Fields, FieldValue } from './field.ts';
import type { AnyRecord } from './record.ts';

/** The value that a record has in a field whose name is data: of a form, of history, of an export. */
export function fieldValue(record: AnyRecord, name: string): FieldValue {
  const value: unknown = Reflect.get(record, name);
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** The declared fields in which two versions of a record differ. */
export function changedFields(fields: Fields, before: AnyRecord, after: AnyRecord): string[] {
  return Object.keys(fields).filter((name) => fieldValue(before, name) !== fieldValue(after, name));
}

import { db } from '#lib/platform/db.ts';
import { definitions } from '../definitions.ts';
import { fieldValue } from '../field-value.ts';
import type { TaskRecord } from '../record.ts';
import { nameReferences } from '../reference.ts';

/** The names of everything that a record's fields refer to, by field. */
export function referenceNames(record: TaskRecord): Promise<Map<string, string>> {
  const fields = Object.entries(definitions[record.kind].fields).flatMap(([name, field]) => {
    const id = field.type === 'reference' ? fieldValue(record, name) : null;
    return field.type === 'reference' && typeof id === 'string' ? [{ field: name, kind: field.target, id }] : [];
  });
  return nameReferences(db(), fields);
}

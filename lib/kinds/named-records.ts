import { fieldValue } from '#lib/record/field-value.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { definitions } from './definitions.ts';
import { namesTask } from './reference.ts';

/** The ids of other records in a record's fields: its incident, its problem, its request. */
export function namedRecords(record: TaskRecord): string[] {
  return Object.entries(definitions[record.kind].fields).flatMap(([name, field]) => {
    const id = field.type === 'reference' && namesTask(field.target) ? fieldValue(record, name) : null;
    return typeof id === 'string' ? [id] : [];
  });
}

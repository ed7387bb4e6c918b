import { fieldValue } from '#lib/record/field-value.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { definitions } from './definitions.ts';
import type { FieldView } from './field-view.ts';
import { namesTask } from './reference.ts';

/** The ids of other records in a record's fields: its incident, its problem, its request. */
export function namedRecords(record: TaskRecord): string[] {
  return Object.entries(definitions[record.kind].fields).flatMap(([name, field]) => {
    const id = field.type === 'reference' && namesTask(field.target) ? fieldValue(record, name) : null;
    return typeof id === 'string' ? [id] : [];
  });
}

/** ACC-6 · The fields without those that name a record which the actor may not know: `mayBeNamed` left out its number. */
export function withoutUnknown(kind: TaskKind, views: Readonly<Record<string, FieldView>>): Record<string, FieldView> {
  const isKnown = ([name, { value, display }]: [string, FieldView]) => {
    const field = definitions[kind].fields[name];
    return value === null || display !== '' || field?.type !== 'reference' || !namesTask(field.target);
  };
  return Object.fromEntries(Object.entries(views).filter(isKnown));
}

import type { Settings } from '#lib/property/settings.ts';
import type { TaskRecord } from '#lib/task/definition.ts';
import { definitions } from '#lib/task/definitions.ts';
import type { Field, FieldValue } from '#lib/task/field.ts';
import { fieldValue } from '#lib/task/field-value.ts';
import type { TaskEvent } from './event.ts';
import { planEffects } from './plan.ts';

/** Which changes of a record the rules would tell its cases now (SYNC-3): names of fields, and whether comments. */
export type Telling = { fields: string[]; comments: boolean };

const tellsCases = (event: TaskEvent, settings: Settings) =>
  planEffects([event], settings).some(({ target }) => target.to === 'cases');

/** Values to try: what the field may become. */
function otherValues(record: TaskRecord, name: string, field: Field): FieldValue[] {
  if (name === 'state') return [...definitions[record.kind].movesFrom(record)];
  const now = fieldValue(record, name);
  if (field.type === 'choice' || field.type === 'rating')
    return field.choices.map(({ value }) => value).filter((value) => value !== String(now));
  return [now === null || now === '' ? 'something' : null];
}

/** SYNC-3 · Asks the rules themselves, with made-up changes: the page says before saving what they will tell. */
export function tellingChanges(record: TaskRecord, settings: Settings): Telling {
  const fields = Object.entries(definitions[record.kind].fields).flatMap(([name, field]) => {
    const told = otherValues(record, name, field).some((value) => {
      const after = Object.assign({ ...record }, { [name]: value });
      return tellsCases({ type: 'updated', before: record, record: after, changed: new Set([name]) }, settings);
    });
    return told ? [name] : [];
  });
  const by = { name: '', is: 'internal', accountName: null } as const;
  const comments = tellsCases({ type: 'commented', record, entryId: record.id, text: '', by }, settings);
  return { fields, comments };
}

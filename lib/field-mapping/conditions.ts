import { choicesFor } from './choices-for.ts';
import type { MapFields } from './mapping.ts';

/** A condition of a map: the record has this value in this field. */
export type Condition = { field: string; value: string };

/** The stored form of a map's conditions, all of which must be true: `impact=2,priority=1`. */
export function conditionsText(conditions: readonly Condition[]): string {
  return conditions
    .map(({ field, value }) => `${field}=${value}`)
    .toSorted()
    .join(',');
}

/** Parses the text of `conditionsText`. */
export function parseConditions(text: string): Condition[] {
  if (text === '') return [];
  return text.split(',').map((each) => {
    const [field = '', ...value] = each.split('=');
    return { field, value: value.join('=') };
  });
}

/** A readable value. */
export const valueWords = (fields: MapFields, { field, value }: Condition) =>
  choicesFor(fields[field]).find((choice) => choice.value === value)?.label ?? value;

/** "Impact is 2 - Medium and Priority is 1 - Critical", or "Always". */
export function conditionWords(fields: MapFields, text: string): string {
  const words = parseConditions(text).map(
    (condition) => `${fields[condition.field]?.label ?? condition.field} is ${valueWords(fields, condition)}`,
  );
  return words.join(' and ') || 'Always';
}

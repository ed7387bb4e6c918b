import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { isBlank } from '#lib/platform/visible-text.ts';
import type { Fields, FieldValue } from '../field.ts';

type Values = Readonly<Record<string, FieldValue>>;

/** REC-5 · A new record has every required field, given or by default. */
export function requiredFieldsAreSet(fields: Fields, defaults: Values, values: Values): Verdict {
  for (const [name, field] of Object.entries(fields)) {
    if (!('required' in field && field.required)) continue;
    const value = values[name] ?? defaults[name] ?? null;
    if (value === null || isBlank(String(value))) return no('REC-5', `${field.label} is missing.`, name);
  }
  return yes;
}

import { useState } from 'react';
import type { FieldValue } from '#lib/record/field.ts';
import type { Refused } from './call-action.ts';

/**
 * REC-5 · What is left of a refusal while one corrects it: what stands beside a field is there as long as the field holds
 * what was refused, and the refusal as long as anything that it names does.
 */
export function useOpenRefusal(refused: Refused | null, current: (field: string) => FieldValue) {
  const named = Object.entries(refused?.fieldErrors ?? {});
  const [of, setOf] = useState({ refused, values: new Map<string, FieldValue>() });
  if (of.refused !== refused) setOf({ refused, values: new Map(named.map(([field]) => [field, current(field)])) });
  const left = named.filter(([field]) => of.refused !== refused || of.values.get(field) === current(field));
  return {
    refused: named.length > 0 && left.length === 0 ? null : refused,
    errors: Object.fromEntries(left),
  };
}

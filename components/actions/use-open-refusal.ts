import { useState } from 'react';
import type { FieldValue } from '#lib/record/field.ts';
import type { Refused } from './call-action.ts';

/**
 * REC-5 · The part of a refusal that still applies while the user corrects the form. A field's error stays while the field has
 * the refused value. The refusal stays while any of its fields does.
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

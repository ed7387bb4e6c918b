import { useState } from 'react';
import type { Refused } from './call-action.ts';

/**
 * REC-5 · What is left of a refusal while one corrects it: what stands beside a field goes when that field is changed, and
 * the refusal when all that it names have been. The next answer counts anew.
 */
export function useOpenRefusal(refused: Refused | null) {
  const [since, setSince] = useState<{ refused: Refused | null; changed: readonly string[] }>({ refused, changed: [] });
  const changed = since.refused === refused ? since.changed : [];
  const named = Object.entries(refused?.fieldErrors ?? {});
  const left = named.filter(([field]) => !changed.includes(field));
  return {
    refused: named.length > 0 && left.length === 0 ? null : refused,
    errors: Object.fromEntries(left),
    /** The field has been changed since. */
    correct: (field: string) => setSince({ refused, changed: [...changed, field] }),
  };
}

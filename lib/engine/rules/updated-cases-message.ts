import { counted } from '#lib/record/counted.ts';

/** SYNC-3 · How many cases an action updated; empty if none. */
export function updatedCasesMessage(count: number): string {
  return count === 0 ? '' : `${counted('case', count)} updated.`;
}

/** SYNC-3 · How many cases a comment will update. */
export function commentAffectsMessage(count: number): string {
  return `Also posted as a work note on ${counted('case', count)}.`;
}

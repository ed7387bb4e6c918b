import type { WouldUpdate } from '#lib/sync/preview.ts';
import { counted } from '../counted.ts';

/** SYNC-3 · How many cases were updated by what was done; nothing when none was. */
export function updatedCasesMessage(count: number): string {
  return count === 0 ? '' : `${counted('case', count)} updated.`;
}

/** SYNC-3, SYNC-INC-5 · What a save, an answer to an approval, or the end of a request, will update and resolve; nothing when none. */
export function doingAffectsMessage(what: string, { count, resolved }: WouldUpdate): string {
  const updates = count === 0 ? '' : `${what} updates ${counted('case', count)}.`;
  return resolved === 0
    ? updates
    : `${updates} ${resolved} of them ${resolved === 1 ? 'is' : 'are'} resolved with it, and mailed.`;
}

/** SYNC-3 · How many cases a comment will reach. */
export function commentAffectsMessage(count: number): string {
  return `Also posted as a work note on ${counted('case', count)}.`;
}

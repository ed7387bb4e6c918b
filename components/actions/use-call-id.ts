'use client';

import { useKeptText } from '#components/ui/kept/use-kept.ts';
import type { ActionResult } from '#lib/platform/action-result.ts';

/** An id of a call. Where the page is not served safely, a browser has no `randomUUID`. */
export const newCallId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** What was sent under an id is known to be saved, by this call or an earlier one. Another refusal leaves that open. */
export const isSaved = (answer: ActionResult) =>
  answer.ok || (typeof answer.details === 'object' && answer.details !== null && 'savedBefore' in answer.details);

/**
 * REC-5 · The id under which a form is sent until it is saved, after a reload too: so that what is sent again is not saved
 * again. `name` is that of the form among what is kept.
 */
export function useCallId(name = '') {
  const [kept, keep] = useKeptText(`call ${name}`);
  return {
    /** The id to send it with now. */
    begin() {
      const id = kept || newCallId();
      keep(id);
      return id;
    },
    /** It is saved or given up: what is sent next is something else. */
    end: () => keep(''),
  };
}

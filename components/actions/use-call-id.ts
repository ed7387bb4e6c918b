'use client';

import { useDraftText } from '#components/ui/drafts/use-draft-text.ts';
import type { ActionResult } from '#lib/platform/action-result.ts';

/** An id of a call. Browsers offer `randomUUID` only in a secure context. */
export const newCallId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The call is known to be saved, by this attempt or an earlier one. Other refusals leave that open. */
export const isSaved = (answer: ActionResult) =>
  answer.ok || (typeof answer.details === 'object' && answer.details !== null && 'savedBefore' in answer.details);

/**
 * REC-5 · The id under which a form is sent until it is saved, even after a reload, so that a repeated call is saved only once.
 * `name` is the form's name among the stored drafts.
 */
export function useCallId(name = '') {
  const [storedId, storeId] = useDraftText(`call ${name}`);
  return {
    /** The id for the current attempt. */
    begin() {
      const id = storedId || newCallId();
      storeId(id);
      return id;
    },
    /** The call was saved or abandoned: the next one gets a new id. */
    end: () => storeId(''),
  };
}

import { unstable_rethrow } from 'next/navigation';
import { tellUnauthorized } from '#components/ui/unauthorized.ts';
import type { ActionResult } from '#lib/platform/action-result.ts';

export type Refused = Extract<ActionResult, { ok: false }>;

/** It may have saved all the same: only its answer was lost. */
const noAnswer: Refused = {
  ok: false,
  message: 'The server did not answer. It may have been saved all the same: reload the page to see whether it was.',
};

/** REC-5 · What is done once may simply be sent again. */
const noAnswerOfOnce: Refused = {
  ok: false,
  message: 'The server did not answer. It may have been saved all the same. Send it again: it is saved only once.',
};

/**
 * What a call of an action has answered; that the server was away, or the session had ended, is an answer too. `isOnce`: it
 * is sent under an id, and may come again.
 */
export async function callAction<T>(
  call: () => Promise<ActionResult<T>>,
  { isOnce = false } = {},
): Promise<ActionResult<T>> {
  try {
    const answer = await call();
    if (!answer.ok && answer.signedOut) tellUnauthorized();
    return answer;
  } catch (error) {
    // Leads to another page.
    unstable_rethrow(error);
    return isOnce ? noAnswerOfOnce : noAnswer;
  }
}

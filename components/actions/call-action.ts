import { unstable_rethrow } from 'next/navigation';
import { notifyUnauthorized } from '#components/ui/unauthorized.ts';
import type { ActionResult } from '#lib/platform/action-result.ts';
import type { Shown } from '#lib/platform/confirmation.ts';
import { askFirst, questionOf } from './question.ts';

export type Refused = Extract<ActionResult, { ok: false }>;

/** The action may have been saved: only its answer was lost. */
const noAnswer: Refused = {
  ok: false,
  message: 'The server did not answer. It may have been saved. Reload the page to check.',
};

/** REC-5 · A call with an id is saved only once, so it is safe to send it again. */
const noAnswerOfOnce: Refused = {
  ok: false,
  message: 'The server did not answer. It may have been saved. Send it again: it will be saved only once.',
};

/** SYNC-MAJ-1 · The user was asked and did not confirm: nothing is saved, and this is no error. */
const declined: Refused = { ok: false, rule: 'SYNC-MAJ-1', message: 'Not saved.', details: { declined: true } };

export const isDeclined = (answer: ActionResult): boolean => !answer.ok && answer.details === declined.details;

async function answerOf<T>(call: () => Promise<ActionResult<T>>, isOnce: boolean): Promise<ActionResult<T>> {
  try {
    const answer = await call();
    if (!answer.ok && answer.signedOut) notifyUnauthorized();
    return answer;
  } catch (error) {
    // Rethrows a redirect to another page.
    unstable_rethrow(error);
    return isOnce ? noAnswerOfOnce : noAnswer;
  }
}

/**
 * Calls an action and returns its answer; a lost connection or an ended session is an answer too. `isOnce`: the call has an id
 * and may be sent again. If the server asks for confirmation, the user is asked, and the call is sent again with the confirmed
 * figures.
 */
export async function callAction<T>(
  call: (shown: Shown | undefined) => Promise<ActionResult<T>>,
  { isOnce = false } = {},
): Promise<ActionResult<T>> {
  let answer = await answerOf(() => call(undefined), isOnce);
  for (let question = questionOf(answer); question; question = questionOf(answer)) {
    const { shown } = question;
    if (!(await askFirst(question))) return declined;
    answer = await answerOf(() => call(shown), isOnce);
  }
  return answer;
}

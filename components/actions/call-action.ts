import { unstable_rethrow } from 'next/navigation';
import { tellUnauthorized } from '#components/ui/unauthorized.ts';
import type { ActionResult } from '#lib/platform/action-result.ts';

export type Refused = Extract<ActionResult, { ok: false }>;

const noAnswer: Refused = { ok: false, message: 'The server did not answer. Nothing was saved: try again.' };

/** What a call of an action has answered; that the server was away, or the session had ended, is an answer too. */
export async function callAction<T>(call: () => Promise<ActionResult<T>>): Promise<ActionResult<T>> {
  try {
    const answer = await call();
    if (!answer.ok && answer.signedOut) tellUnauthorized();
    return answer;
  } catch (error) {
    // Leads to another page.
    unstable_rethrow(error);
    return noAnswer;
  }
}

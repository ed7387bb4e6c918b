import { unstable_rethrow } from 'next/navigation';
import type { ActionResult } from '#lib/platform/action-result.ts';

export type Refused = Extract<ActionResult, { ok: false }>;

const noAnswer: Refused = { ok: false, message: 'The server did not answer. Nothing was saved: try again.' };

/** What a call of an action has answered; that the server was away is an answer too. */
export async function callAction<T>(call: () => Promise<ActionResult<T>>): Promise<ActionResult<T>> {
  try {
    return await call();
  } catch (error) {
    // Leads to sign-in when the session has ended.
    unstable_rethrow(error);
    return noAnswer;
  }
}

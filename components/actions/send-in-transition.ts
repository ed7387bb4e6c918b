import { startTransition } from 'react';
import type { ActionResult } from '#lib/platform/action-result.ts';
import type { Shown } from '#lib/platform/confirmation.ts';
import { callAction } from './call-action.ts';

/** Sends the change in a transition, so that the refreshed page appears together with the answer. */
export function sendInTransition<T>(
  call: (shown: Shown | undefined) => Promise<ActionResult<T>>,
): Promise<ActionResult<T>> {
  return new Promise((resolve, reject) => {
    startTransition(() => callAction(call).then(resolve, reject));
  });
}

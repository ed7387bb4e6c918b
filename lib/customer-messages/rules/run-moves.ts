import type { NotifyRunState } from '#lib/platform/generated/prisma/client.ts';
import { no, type Verdict, yes } from '#lib/platform/verdict.ts';

type Run = { state: NotifyRunState; senderId: string };

/** NOT-7 · A run to more people than this needs another user's confirmation; 0 means never. */
export function needsConfirmation(people: number, limit: number): boolean {
  return limit > 0 && people > limit;
}

/** NOT-1 · At least one case is open. */
export function hasOpenCases(openCases: number): Verdict {
  return openCases > 0 ? yes : no('NOT-2', 'None of the cases is open: no one would be notified.');
}

/** NOT-7 · The sender cannot confirm their own message. */
export function mayConfirm({ state, senderId }: Run, actorId: string | null): Verdict {
  if (state !== 'waiting') return no('NOT-7', 'This message no longer waits for confirmation.');
  return senderId === actorId ? no('NOT-7', 'Someone else has to confirm your message.') : yes;
}

/** NOT-3 · A running or waiting message can be stopped, and so can a finished one whose emails are still queued. */
export function mayStop({ state }: Run, waitingMails: number): Verdict {
  const isOnItsWay = state === 'running' || state === 'waiting' || (state === 'done' && waitingMails > 0);
  return isOnItsWay ? yes : no('NOT-3', 'This message is not being sent.');
}

/** NOT-3 · Only a stopped message can be resumed; NOT-7: if it was not confirmed, it waits for confirmation again. */
export function mayResume({ state }: Run): Verdict {
  return state === 'stopped' ? yes : no('NOT-3', 'This message was not stopped.');
}

/** NOT-3 · Failed emails can be retried. */
export function mayRetry({ state }: Run, failed: number): Verdict {
  if (state === 'stopped') return no('NOT-3', 'This message was stopped: resume it first.');
  return failed > 0 ? yes : no('NOT-3', 'No email of this message has failed.');
}

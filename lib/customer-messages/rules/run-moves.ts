import type { NotifyRunState } from '#lib/platform/generated/prisma/client.ts';
import { no, type Verdict, yes } from '#lib/platform/verdict.ts';

type Run = { state: NotifyRunState; senderId: string };

/** NOT-7 · A run to more people than this waits for somebody else; 0: none does. */
export function startsWaiting(people: number, limit: number): boolean {
  return limit > 0 && people > limit;
}

/** NOT-1 · There is a case to be told. */
export function someoneIsTold(openCases: number): Verdict {
  return openCases > 0 ? yes : no('NOT-2', 'None of the cases is open: no one would be notified.');
}

/** NOT-7 · Whoever wrote a message does not confirm it. */
export function mayConfirm({ state, senderId }: Run, actorId: string | null): Verdict {
  if (state !== 'waiting') return no('NOT-7', 'This message no longer waits for confirmation.');
  return senderId === actorId ? no('NOT-7', 'Someone else has to confirm your message.') : yes;
}

/** NOT-3 · What runs, or waits to, can be stopped; and what is told but still has emails that wait to be sent. */
export function mayStop({ state }: Run, waitingMails: number): Verdict {
  const isOnItsWay = state === 'running' || state === 'waiting' || (state === 'done' && waitingMails > 0);
  return isOnItsWay ? yes : no('NOT-3', 'This message is not on its way.');
}

/** NOT-3 · What was stopped goes on where it was; NOT-7: what was stopped before it was confirmed waits again. */
export function mayGoOn({ state }: Run): Verdict {
  return state === 'stopped' ? yes : no('NOT-3', 'This message was not stopped.');
}

/** NOT-3 · What failed is tried again. */
export function mayRetry({ state }: Run, failed: number): Verdict {
  if (state === 'stopped') return no('NOT-3', 'This message was stopped: resume it first.');
  return failed > 0 ? yes : no('NOT-3', 'No email of this message has failed.');
}

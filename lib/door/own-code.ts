import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage } from 'node:http';

/** Of one request: whether code of ours has seen it, rather than only what the framework makes of its body. */
type Progress = { reached: boolean };

// The framework loads this module more than once in a process (start, pages, routes); a request crosses all of them.
const cached = globalThis as { casebridgeProgress?: AsyncLocalStorage<Progress> };

function storage(): AsyncLocalStorage<Progress> {
  cached.casebridgeProgress ??= new AsyncLocalStorage();
  return cached.casebridgeProgress;
}

const CALL = /^(multipart\/form-data|application\/x-www-form-urlencoded)/;

/** Whether the framework takes a request for the call of a server action, whose arguments it decodes before anybody asks. */
function isCall({ method, headers }: IncomingMessage): boolean {
  return method === 'POST' && ('next-action' in headers || CALL.test(headers['content-type'] ?? ''));
}

/** Does the work of a request; what is called within can say and ask whether code of ours was reached. */
export function followRequest(request: IncomingMessage, work: (reachedOwnCode: () => boolean) => void): void {
  const progress = { reached: !isCall(request) };
  storage().run(progress, () => work(() => progress.reached));
}

/** Whether this belongs to a request that the guard has let in: while a server starts, one may come past it. */
export function wasGuarded(): boolean {
  return storage().getStore() !== undefined;
}

/** Said by every page and action at its beginning. */
export function enterOwnCode(): void {
  const progress = storage().getStore();
  if (progress) progress.reached = true;
}

/** Q-13 · Whether a fault here is one of what was sent: the framework could not decode a call, and nothing of ours has run. */
export function isFaultOfSender(): boolean {
  return storage().getStore()?.reached === false;
}

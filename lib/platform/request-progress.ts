import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage } from 'node:http';

/**
 * Of one request: whether code of ours has seen it, rather than only what the framework makes of its body; and whether it
 * failed because the database is away.
 */
type Progress = { reached: boolean; databaseAway: boolean };

// The framework loads this module more than once in a process (start, pages, routes); a request crosses all of them.
const cached = globalThis as { casebridgeProgress?: AsyncLocalStorage<Progress> };

function storage(): AsyncLocalStorage<Progress> {
  cached.casebridgeProgress ??= new AsyncLocalStorage();
  return cached.casebridgeProgress;
}

const CALL = /^(multipart\/form-data|application\/x-www-form-urlencoded)/;

/** Whether the framework takes a request for the call of a server action, whose arguments it decodes before anybody asks. */
export function isCall({ method, headers }: IncomingMessage): boolean {
  return method === 'POST' && ('next-action' in headers || CALL.test(headers['content-type'] ?? ''));
}

/**
 * Does the work of a request; what is called within can say and ask whether code of ours was reached. `statusOf` says whose
 * fault a fault of the framework's is: of who sent it, of nobody, as the database is away, or ours.
 */
export function followRequest(request: IncomingMessage, work: (statusOf: (status: number) => number) => void): void {
  const progress: Progress = { reached: !isCall(request), databaseAway: false };
  const statusOfFault = () => (!progress.reached ? 400 : progress.databaseAway ? 503 : 500);
  storage().run(progress, () => work((status) => (status === 500 ? statusOfFault() : status)));
}

/** Q-11 · Said where a request fails because the database is away or has no connection left. */
export function failForDatabase(): void {
  const progress = storage().getStore();
  if (progress) progress.databaseAway = true;
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

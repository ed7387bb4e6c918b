import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage } from 'node:http';

/**
 * The state of a request: whether it has reached our code, not only the framework's body parser, and whether it failed
 * because the database is down.
 */
type Progress = { reached: boolean; databaseAway: boolean };

// The framework loads this module more than once in a process (start, pages, routes); a request crosses all of them.
const cached = globalThis as { casebridgeProgress?: AsyncLocalStorage<Progress> };

function storage(): AsyncLocalStorage<Progress> {
  cached.casebridgeProgress ??= new AsyncLocalStorage();
  return cached.casebridgeProgress;
}

const CALL = /^(multipart\/form-data|application\/x-www-form-urlencoded)/;

/** Whether the framework treats a request as a server action, whose arguments it decodes before any check. */
export function isCall({ method, headers }: IncomingMessage): boolean {
  return method === 'POST' && ('next-action' in headers || CALL.test(headers['content-type'] ?? ''));
}

/**
 * Handles a request and tracks whether it reaches our code. `statusOf` says who caused a framework error: the client
 * an unavailable database, or us.
 */
export function followRequest(request: IncomingMessage, work: (statusOf: (status: number) => number) => void): void {
  const progress: Progress = { reached: !isCall(request), databaseAway: false };
  const statusOfFault = () => (!progress.reached ? 400 : progress.databaseAway ? 503 : 500);
  storage().run(progress, () => work((status) => (status === 500 ? statusOfFault() : status)));
}

/** Q-11 · Called when a request fails because the database is down or has no free connection. */
export function failForDatabase(): void {
  const progress = storage().getStore();
  if (progress) progress.databaseAway = true;
}

/** Whether the guard has admitted this request: while a server starts, a request may bypass it. */
export function wasGuarded(): boolean {
  return storage().getStore() !== undefined;
}

/** Called at the beginning of every page and action. */
export function enterOwnCode(): void {
  const progress = storage().getStore();
  if (progress) progress.reached = true;
}

/** Q-13 · Whether the client caused this error: the framework could not decode a call, and none of our code has run. */
export function isClientError(): boolean {
  return storage().getStore()?.reached === false;
}

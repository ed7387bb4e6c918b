import { AsyncLocalStorage } from 'node:async_hooks';

/** What a line of the log belongs to: the request that is answered, or the job that runs. */
export type LogContext = { requestId?: string; job?: string };

// The framework loads this module more than once in a process (start, pages, routes); a request crosses all of them.
const cached = globalThis as { casebridgeLogContext?: AsyncLocalStorage<LogContext> };

function storage(): AsyncLocalStorage<LogContext> {
  cached.casebridgeLogContext ??= new AsyncLocalStorage();
  return cached.casebridgeLogContext;
}

/** What is being worked on here; empty outside of requests and jobs. */
export function logContext(): LogContext {
  return storage().getStore() ?? {};
}

/** Does work whose lines in the log carry the context. */
export function withLogContext<T>(context: LogContext, work: () => T): T {
  return storage().run(context, work);
}

/** The same for the rest of what was begun here: where a server hands a request on and there is no work to wrap. */
export function enterLogContext(context: LogContext): void {
  storage().enterWith(context);
}

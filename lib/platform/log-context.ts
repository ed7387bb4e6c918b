import { AsyncLocalStorage } from 'node:async_hooks';

/** The context of a log line: the request or job that runs. */
export type LogContext = { requestId?: string; job?: string };

// The framework loads this module more than once in a process (start, pages, routes); a request crosses all of them.
const cached = globalThis as { casebridgeLogContext?: AsyncLocalStorage<LogContext> };

function storage(): AsyncLocalStorage<LogContext> {
  cached.casebridgeLogContext ??= new AsyncLocalStorage();
  return cached.casebridgeLogContext;
}

/** The current request or job; empty outside of both. */
export function logContext(): LogContext {
  return storage().getStore() ?? {};
}

/** Runs work whose log lines carry the context. */
export function withLogContext<T>(context: LogContext, work: () => T): T {
  return storage().run(context, work);
}

/** Sets the context for the rest of the current call chain, for a server that has no work to wrap. */
export function enterLogContext(context: LogContext): void {
  storage().enterWith(context);
}

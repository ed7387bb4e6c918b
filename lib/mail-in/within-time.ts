import { runInNewContext } from 'node:vm';

/**
 * The result of `work`, or null if it takes longer, so that a malicious text cannot block the server. The VM can interrupt
 * even a regular expression. `work` must be synchronous.
 */
export function withinTime<T>(milliseconds: number, work: () => T): T | null {
  const sandbox: { work: () => void; answer?: T } = {
    work: () => {
      sandbox.answer = work();
    },
  };
  try {
    runInNewContext('work()', sandbox, { timeout: milliseconds });
  } catch (error) {
    if (isTimeOut(error)) return null;
    throw error;
  }
  return sandbox.answer ?? null;
}

/** The error may come from the VM's context, where `Error` is another class. */
function isTimeOut(error: unknown): boolean {
  return typeof error === 'object' && error !== null && Reflect.get(error, 'code') === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}

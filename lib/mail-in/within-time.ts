import { runInNewContext } from 'node:vm';

/**
 * What `work` answers, or null where it takes longer: a text that somebody made for it keeps no server busy. The virtual
 * machine stops it wherever it is, in the middle of a regular expression, too. `work` waits for nothing.
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

/** The error may be of either world, so that it is no `Error` of this one. */
function isTimeOut(error: unknown): boolean {
  return typeof error === 'object' && error !== null && Reflect.get(error, 'code') === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}

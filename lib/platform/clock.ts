import { AsyncLocalStorage } from 'node:async_hooks';

const frozen = new AsyncLocalStorage<Date>();

/** The time that commands write: the machine's, or the time that `at` has set. */
export function now(): Date {
  return frozen.getStore() ?? new Date();
}

/** Runs work as if it were the given time; used by jobs, seeds and replays. */
export function at<T>(time: Date, work: () => Promise<T>): Promise<T> {
  return frozen.run(time, work);
}

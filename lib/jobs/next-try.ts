import { now } from '#lib/platform/clock.ts';

/** Minutes from each step of a run that failed to the next try; after the last of them the run is stopped. */
const TRY_AFTER = [1, 5, 30];

/** What stands in a run of which no step has failed since the last one that did not. */
export const untried = { tries: 0, nextTryAt: null, problem: '' };

/** Q-10 · What stands in a run of which one more step has failed after so many; without a next try it is stopped. */
export function failedAgain(tries: number): { tries: number; nextTryAt: Date | null; problem: string } {
  const minutes = TRY_AFTER[tries];
  const nextTryAt = minutes === undefined ? null : new Date(now().getTime() + minutes * 60_000);
  return { tries: tries + 1, nextTryAt, problem: 'an error on our side' };
}

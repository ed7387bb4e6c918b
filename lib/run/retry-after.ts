/** Minutes from each failed step of a run to the next try. */
const RETRY_AFTER = [1, 5, 30];

/** Q-10 · When a run is tried again after another failed step and `tries` earlier ones; null: it has had its last try. */
export function nextTry(tries: number, at: Date): Date | null {
  const minutes = RETRY_AFTER[tries];
  return minutes === undefined ? null : new Date(at.getTime() + minutes * 60_000);
}

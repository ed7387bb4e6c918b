/** MAIL-2 · Minutes from each failure to the next try. */
const RETRY_AFTER = [1, 5, 30, 2 * 60, 12 * 60];

/** The result of one try to send an email. */
export type Delivery =
  | { outcome: 'sent' }
  /** The server rejected the email; `refused`: for good. */
  | { outcome: 'failed'; error: string; refused: boolean; unreachable: boolean }
  /** The server was unavailable for every email, so this does not count as a try. */
  | { outcome: 'waits'; error: string };

/** MAIL-2 · When to try again after `tries` failures; null: never. */
export function nextTry(tries: number, refused: boolean, at: Date): Date | null {
  const minutes = refused ? undefined : RETRY_AFTER[tries - 1];
  return minutes === undefined ? null : new Date(at.getTime() + minutes * 60_000);
}

/** MAIL-2 · Minutes from each failure to the next try. */
const RETRY_AFTER = [1, 5, 30, 2 * 60, 12 * 60];

/** What became of one try to send a mail. */
export type Delivery =
  | { outcome: 'sent' }
  /** The server would not have it: `refused` says that it never will. */
  | { outcome: 'failed'; error: string; refused: boolean; unreachable: boolean }
  /** The server could not be used for any mail: this is no try of this one. */
  | { outcome: 'waits'; error: string };

/** MAIL-2 · When a mail is tried again that has failed so often; null: no more. */
export function nextTry(tries: number, refused: boolean, at: Date): Date | null {
  const minutes = refused ? undefined : RETRY_AFTER[tries - 1];
  return minutes === undefined ? null : new Date(at.getTime() + minutes * 60_000);
}

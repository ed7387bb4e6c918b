import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import type { ListedUpdate, ShownUpdate } from '../shown-update.ts';

const MINUTE = 60_000;
const PAUSE_MINUTES = 15;
const MAX_DAYS = 30;

type FailedMails = {
  failed: number;
  /** How many of the failed emails went to an address that cannot be reached. */
  unreachable: number;
  updatedAt: Date;
  /** A user retried the emails of this update within the pause. */
  retriedRecently: boolean;
};

/** The result: how many emails wait to be sent, and how many were not retried. */
export type Retried = { waiting: number; unreachable: number };

/** SYNC-6 · Emails that were retried after this time cannot be retried again yet. */
export const retryPauseFrom = (at: Date): Date => new Date(at.getTime() - PAUSE_MINUTES * MINUTE);

const isTooOld = (updatedAt: Date, at: Date) => at.getTime() - updatedAt.getTime() > MAX_DAYS * 24 * 60 * MINUTE;

/** SYNC-6 · Only failed emails are retried, after a pause and within a time limit; MAIL-6: only to addresses that work. */
export function mayRetryMails({ failed, unreachable, updatedAt, retriedRecently }: FailedMails, at: Date): Verdict {
  if (failed === 0) return no('SYNC-6', 'No email of this update has failed, or somebody has sent them again already.');
  if (isTooOld(updatedAt, at)) return no('SYNC-6', `Emails older than ${MAX_DAYS} days are not sent again.`);
  if (retriedRecently)
    return no(
      'SYNC-6',
      `Emails of this update were sent again less than ${PAUSE_MINUTES} minutes ago. Wait before you retry.`,
    );
  return unreachable < failed ? yes : no('SYNC-6', 'No email can be sent again: the addresses cannot be reached.');
}

/** SYNC-6 · Updates with whether each offers Retry. `mayRetry`: the actor may retry the emails of these records. */
export function withRetry(updates: readonly ListedUpdate[], mayRetry: boolean, at: Date): ShownUpdate[] {
  return updates.map((update) => ({
    ...update,
    mayRetry: mayRetry && (update.mails?.failed ?? 0) > 0 && !isTooOld(new Date(update.at), at),
  }));
}

const figure = (count: number) => count.toLocaleString('en');

/** SYNC-6 · The result as a message. */
export function retriedMessage({ waiting, unreachable }: Retried): string {
  const sent = `${waiting === 1 ? '1 email is' : `${figure(waiting)} emails are`} sent again.`;
  const first =
    waiting > 0
      ? sent
      : 'None of the emails can be sent: their recipients have no email address, or may not receive them.';
  if (unreachable === 0) return first;
  const left = unreachable === 1 ? '1 is not: its address' : `${figure(unreachable)} are not: their addresses`;
  return `${first} ${left} cannot be reached.`;
}

import { no, type Verdict, yes } from '#lib/platform/verdict.ts';

/** SYNC-6 · Only what failed is sent again. */
export function mayRetryMails(failed: number): Verdict {
  return failed > 0
    ? yes
    : no('SYNC-6', 'No email of this update has failed, or somebody has sent them again already.');
}

/** SYNC-6 · What came of it, in words. */
export function retriedMessage(waiting: number): string {
  if (waiting === 0)
    return 'None of the emails can be sent: their recipients have no email address, or may not receive them.';
  return `${waiting === 1 ? '1 email is' : `${waiting.toLocaleString('en')} emails are`} sent again.`;
}

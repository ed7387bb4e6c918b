import { sendDueMails } from './send-due.ts';

// The framework loads this module more than once in a process; all copies share one run.
const cached = globalThis as { casebridgeSending?: { again: boolean } };

/**
 * MAIL-2 · Sends due emails in one run per process, so that a mail server which hangs blocks one worker, not all. A call
 * during the run makes the run check again before it ends.
 */
export async function sendAllDue(): Promise<string> {
  if (cached.casebridgeSending) {
    cached.casebridgeSending.again = true;
    return 'Mails are being sent already';
  }
  const run = { again: true };
  cached.casebridgeSending = run;
  try {
    let done = '';
    while (run.again) {
      run.again = false;
      done = await sendDueMails();
    }
    return done;
  } finally {
    delete cached.casebridgeSending;
  }
}

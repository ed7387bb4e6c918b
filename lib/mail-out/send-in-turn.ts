import { sendDueMails } from './send-due.ts';

// The framework loads this module more than once in a process, which sends in one run.
const cached = globalThis as { casebridgeSending?: { again: boolean } };

/**
 * MAIL-2 · Sends what is due, in one run of this process: a mail server that hangs holds up one of its workers, not all of
 * them. Whoever comes meanwhile has the run look again before it ends.
 */
export async function sendInTurn(): Promise<string> {
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

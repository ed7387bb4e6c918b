'use server';

import { action } from '#lib/door/action.ts';
import { confirmRun } from './commands/confirm-run.ts';
import { resumeRun } from './commands/resume-run.ts';
import { retryFailed } from './commands/retry-failed.ts';
import { startRun } from './commands/start-run.ts';
import { stopRun } from './commands/stop-run.ts';
import { previewMessage } from './queries/preview.ts';
import { startedMessage } from './rules/started-message.ts';
import { PreviewMessage, RunOf, StartRun } from './schema.ts';

/** NOT-1, NOT-5 · Writes to the customers of a record's cases; a repeated submission sends nothing again. */
export const startRunAction = action(
  { permission: 'notify-customers.start', input: StartRun, isOnce: true },
  async (actor, input) => ({ message: startedMessage(await startRun(actor, input)) }),
);

/** NOT-1 · Shows a message as one of its recipients would read it. */
export const previewMessageAction = action(
  { permission: 'notify-customers.preview', limit: 'preview', input: PreviewMessage },
  async (actor, input) => ({ data: await previewMessage(actor, input) }),
);

/** NOT-3 · Stops a message midway. */
export const stopRunAction = action({ permission: 'notify-customers.stop', input: RunOf }, async (actor, input) => {
  await stopRun(actor, input);
  return { message: 'The message was stopped.' };
});

/** NOT-3 · Resumes a stopped message. */
export const resumeRunAction = action({ permission: 'notify-customers.resume', input: RunOf }, async (actor, input) => {
  await resumeRun(actor, input);
  return { message: 'Sending resumed.' };
});

/** NOT-7 · Confirms another user's message, which starts it. */
export const confirmRunAction = action(
  { permission: 'notify-customers.confirm', input: RunOf },
  async (actor, input) => {
    await confirmRun(actor, input);
    return { message: 'The message is confirmed.' };
  },
);

/** NOT-3 · Retries a message's failed emails. */
export const retryFailedAction = action(
  { permission: 'notify-customers.retry', input: RunOf },
  async (actor, input) => {
    const count = await retryFailed(actor, input);
    return { message: `${count === 1 ? '1 email is' : `${count.toLocaleString('en')} emails are`} sent again.` };
  },
);

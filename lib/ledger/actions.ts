'use server';

import { action } from '#lib/door/action.ts';
import { retryMails } from './commands/retry-mails.ts';
import { retriedMessage } from './rules/retry.ts';
import { RetryMails } from './schema.ts';

/** SYNC-6 · Has the emails of an update that failed tried again. */
export const retryMailsAction = action(
  { permission: 'ledger.retry-mails', limit: 'bulk', input: RetryMails },
  async (actor, input) => ({
    message: retriedMessage(await retryMails(actor, input)),
  }),
);

'use server';

import { action } from '#lib/door/action.ts';
import { retryMails } from './commands/retry-mails.ts';
import { retriedMessage } from './rules/retry.ts';
import { RetryMails } from './schema.ts';

/** SYNC-6 · Retries the failed emails of an update. */
export const retryMailsAction = action(
  { permission: 'ledger.retry-mails', limit: 'bulk', input: RetryMails },
  async (actor, input) => ({
    message: retriedMessage(await retryMails(actor, input)),
  }),
);

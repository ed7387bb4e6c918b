'use server';

import { action } from '#lib/door/action.ts';
import { retryFailedJob } from './commands/retry-failed-job.ts';
import { RetryFailedJob } from './schema.ts';

/** ADM-11 */
export const retryFailedJobAction = action(
  { permission: 'admin.jobs', input: RetryFailedJob },
  async (actor, input) => {
    await retryFailedJob(actor, input);
    return { message: 'The job runs again.' };
  },
);

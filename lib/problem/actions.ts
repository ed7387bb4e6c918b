'use server';

import { action } from '#lib/door/action.ts';
import { communicate } from './commands/communicate.ts';
import { Communicate } from './schema.ts';

/** PRB-2 · Sends the workaround or the fix to the cases and incidents of a problem. */
export const communicateAction = action(
  { permission: 'problem.communicate', input: Communicate },
  async (actor, input) => {
    const { updatedCount } = await communicate(actor, input);
    return { message: `${updatedCount === 1 ? '1 record' : `${updatedCount.toLocaleString('en')} records`} updated.` };
  },
);

'use server';

import { action } from '#lib/door/action.ts';
import { markSeen } from './commands/mark-seen.ts';
import { MarkSeen } from './schema.ts';

export const markSeenAction = action({ permission: 'home.see', input: MarkSeen }, async (actor, input) => {
  await markSeen(actor, input);
  return { message: 'Everything marked as seen.' };
});

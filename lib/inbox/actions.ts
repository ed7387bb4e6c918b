'use server';

import { action } from '#lib/door/action.ts';
import { markRead } from './commands/mark-read.ts';
import { MarkRead } from './schema.ts';

export const markReadAction = action({ permission: 'inbox.read', input: MarkRead }, async (actor, input) => {
  await markRead(actor, input);
  return { message: 'Everything is marked as read.' };
});

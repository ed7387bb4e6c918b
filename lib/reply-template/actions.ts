'use server';

import { action } from '#lib/door/action.ts';
import { deleteReplyTemplate } from './commands/delete-reply-template.ts';
import { saveReplyTemplate } from './commands/save-reply-template.ts';
import { DeleteReplyTemplate, SaveReplyTemplate } from './schema.ts';

export const saveReplyTemplateAction = action(
  { permission: 'reply-template.save', input: SaveReplyTemplate, isOnce: true },
  async (actor, input) => {
    await saveReplyTemplate(actor, input);
    return { message: `Reply template ${input.name} saved.` };
  },
);

export const deleteReplyTemplateAction = action(
  { permission: 'reply-template.save', input: DeleteReplyTemplate },
  async (actor, input) => {
    await deleteReplyTemplate(actor, input);
    return { message: 'Reply template deleted.' };
  },
);

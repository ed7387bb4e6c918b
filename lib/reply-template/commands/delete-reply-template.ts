import { mayKeepReplyTemplates } from '#lib/access/shared.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { enforce, no, yes } from '#lib/platform/verdict.ts';
import { changeableTemplates } from '../queries/reply-templates.ts';
import type { DeleteReplyTemplate } from '../schema.ts';

/** Takes away an own template, or a shared one by who may share. Refused alike: one that is not there, and another's (REL-16). */
export async function deleteReplyTemplate(actor: Actor & { id: string }, { id }: DeleteReplyTemplate): Promise<void> {
  enforce(mayKeepReplyTemplates(actor));
  const { count } = await db().replyTemplate.deleteMany({ where: { id, ...changeableTemplates(actor) } });
  enforce(count > 0 ? yes : no('REL-16', 'There is no reply template that you can delete.'));
}

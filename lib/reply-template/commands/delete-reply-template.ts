import { mayManageReplyTemplates } from '#lib/access/shared.ts';
import type { Person } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { enforce, no, yes } from '#lib/platform/verdict.ts';
import { changeableTemplates } from '../queries/reply-templates.ts';
import type { DeleteReplyTemplate } from '../schema.ts';

/** Deletes an own template, or a shared one if the actor may share. Refuses a missing and a foreign one alike (REL-16). */
export async function deleteReplyTemplate(actor: Person, { id }: DeleteReplyTemplate): Promise<void> {
  enforce(mayManageReplyTemplates(actor));
  const { count } = await db().replyTemplate.deleteMany({ where: { id, ...changeableTemplates(actor) } });
  enforce(count > 0 ? yes : no('REL-16', 'There is no reply template that you can delete.'));
}

import { mayKeepReplyTemplates } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { changeableTemplates } from '../queries/reply-templates.ts';
import type { DeleteReplyTemplate } from '../schema.ts';

/** Takes away an own template, or a shared one by who may share; one that is not there, or another's, is left alone. */
export async function deleteReplyTemplate(actor: Actor & { id: string }, { id }: DeleteReplyTemplate): Promise<void> {
  enforce(mayKeepReplyTemplates(actor));
  await db().replyTemplate.deleteMany({ where: { id, ...changeableTemplates(actor) } });
}

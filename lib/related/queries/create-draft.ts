import { mayUseWorkspace } from '#lib/access/policy.ts';
import { readableOf } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { readSettings } from '#lib/property/settings.ts';
import { loadRecord } from '#lib/task/kind-table.ts';
import { referenceNames } from '#lib/task/queries/reference-names.ts';
import { type CreateDraft, createDraft } from '../create-draft.ts';
import { mayRelate } from '../rules/may-relate.ts';
import type { CreateDraftQuery } from '../schema.ts';
import { linkOfVariant } from '../variant.ts';

/**
 * REL-17 · What the dialog of Create begins with. Null for a case that is missing or hidden, or from which the actor could
 * not create this now: they answer alike (REL-16).
 */
export async function readCreateDraft(
  actor: Actor,
  { case: number, variant }: CreateDraftQuery,
): Promise<CreateDraft | null> {
  if (!mayUseWorkspace(actor)) return null;
  const [found] = await db().$queryRaw<{ id: string }[]>`
    select t.id from tasks t where t.number = ${number} and t.kind = 'case' and (${readableOf('case', actor)})`;
  if (!found) return null;
  const [theCase, settings] = await Promise.all([loadRecord(db(), 'case', found.id), readSettings(db())]);
  if (!mayRelate(actor, theCase, 'create', linkOfVariant[variant], settings).ok) return null;
  return createDraft(variant, theCase, actor, settings, await referenceNames(theCase));
}

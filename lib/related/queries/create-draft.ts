import { mayUseWorkspace } from '#lib/access/policy.ts';
import { readableOf } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { notFound } from '#lib/platform/verdict.ts';
import { readSettings } from '#lib/property/settings.ts';
import { loadRecord } from '#lib/task/kind-table.ts';
import { referenceNames } from '#lib/task/queries/reference-names.ts';
import { enforceMayCreateFrom } from '../case-to-create-from.ts';
import { type CreateDraft, createDraft } from '../create-draft.ts';
import { fromElsewhere } from '../from-elsewhere.ts';
import { links } from '../link.ts';
import type { CreateDraftQuery } from '../schema.ts';
import { linkOfVariant } from '../variant.ts';
import { proposedGroup } from './proposed-group.ts';

/**
 * REL-17 · What the dialog of Create begins with. Refused: REL-16 for a case that is missing or hidden, and otherwise as the
 * command would refuse now.
 */
export async function readCreateDraft(
  actor: Actor,
  { case: number, variant, item }: CreateDraftQuery,
): Promise<CreateDraft> {
  const [found] = mayUseWorkspace(actor)
    ? await db().$queryRaw<{ id: string }[]>`
        select t.id from tasks t where t.number = ${number} and t.kind = 'case' and (${readableOf('case', actor)})`
    : [];
  if (!found) throw notFound(`case ${number}`);
  const [theCase, settings] = await Promise.all([loadRecord(db(), 'case', found.id), readSettings(db())]);
  await enforceMayCreateFrom({ tx: db(), actor, settings }, theCase, linkOfVariant[variant]);
  const [mapped, names, group] = await Promise.all([
    fromElsewhere(db(), theCase, links[linkOfVariant[variant]].kind),
    referenceNames(db(), 'case', found.id),
    proposedGroup(
      db(),
      settings,
      links[linkOfVariant[variant]].kind,
      item === undefined ? theCase.configurationItemId : item || null,
    ),
  ]);
  return createDraft({ variant, theCase, actor, settings, mapped, names, group });
}

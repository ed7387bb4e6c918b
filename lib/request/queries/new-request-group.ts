import { can } from '#lib/access/policy.ts';
import { readableOf } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { proposedGroup } from '#lib/related/queries/proposed-group.ts';
import { groupSources } from '#lib/related/rules/group-sources.ts';
import { readSettings } from '#lib/settings/settings.ts';

/** REL-17, ACC-6 · The group of a new request for a case or alone, in words; null if the actor may not order. */
export async function newRequestGroup(actor: Actor, caseNumber: string): Promise<string[]> {
  if (!can(actor, 'create', 'request')) return [];
  const [theCase] = caseNumber
    ? await db().$queryRaw<{ item: string | null }[]>`
        select t.configuration_item_id as item from tasks t
        where t.number = ${caseNumber} and t.kind = 'case' and (${readableOf('case', actor)})`
    : [];
  const group = await proposedGroup(db(), await readSettings(db()), 'request', theCase?.item ?? null);
  return group ? [`${group.name}, ${groupSources[group.by]}`] : [];
}

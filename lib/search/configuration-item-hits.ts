import { can, mayAdminister } from '#lib/access/policy.ts';
import { maySearch } from '#lib/access/references.ts';
import { listHref, listOf } from '#lib/list/list-query.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { holds } from '#lib/platform/folded-sql.ts';
import { taskKindNames } from '#lib/record/kind.ts';
import { type Candidate, HITS_READ } from './candidate.ts';

type Item = { id: string; title: string };

/** Administrators get the list of configuration items. Others get records with the item, of the first kind that they see. */
function hrefOf(actor: Actor, { id, title }: Item): string {
  if (mayAdminister(actor).ok) return `/admin/cmdb?${new URLSearchParams({ q: title })}`;
  const seen = taskKindNames.filter((kind) => can(actor, 'see', kind));
  const kind = seen.includes('incident') ? 'incident' : (seen[0] ?? 'case');
  return listHref(listOf(kind, { item: [id] }));
}

/** ACC-6 · Configuration items by name, for users who may select them. */
export async function configurationItemsFound(actor: Actor, words: string): Promise<Candidate[]> {
  if (!maySearch(actor, 'configuration-item')) return [];
  const rows = await db().$queryRaw<Item[]>`
    select id, name as title from configuration_items where ${holds(Prisma.sql`name`, words)} order by name
    limit ${HITS_READ}`;
  return rows.map(
    (item): Candidate => ({
      ...item,
      sort: 'configuration_item',
      href: hrefOf(actor, item),
      number: null,
      state: null,
      rank: 'title',
      place: 'name',
      at: null,
    }),
  );
}

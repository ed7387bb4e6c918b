import { mayAdminister } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { escapeLike } from '#lib/platform/text-input.ts';
import { type Candidate, HITS_READ } from './candidate.ts';

/** ACC-6 · Configuration items by name, for administrators: only their list shows them, and that is where a hit leads. */
export async function configurationItemsFound(actor: Actor, words: string): Promise<Candidate[]> {
  if (!mayAdminister(actor).ok) return [];
  const rows = await db().$queryRaw<{ id: string; title: string }[]>`
    select id, name as title from configuration_items where name ilike ${`%${escapeLike(words)}%`} order by name
    limit ${HITS_READ}`;
  return rows.map(({ id, title }): Candidate => {
    const href = `/admin/cmdb?${new URLSearchParams({ q: title })}`;
    return {
      id,
      sort: 'configuration_item',
      href,
      number: null,
      title,
      state: null,
      rank: 'title',
      place: 'name',
      at: null,
    };
  });
}

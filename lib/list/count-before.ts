import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { MAX_COUNTED } from '#lib/record/counted.ts';
import { listAfter, listCondition, listedTasks } from './condition.ts';
import type { ListQuery } from './list-query.ts';
import type { ListPage } from './list-tasks.ts';

/**
 * How many records of a list are before the cursor in its address; null if more than `MAX_COUNTED`, or for a search, whose
 * matches are never all counted.
 */
export async function countBefore(actor: Actor, query: ListQuery): Promise<number | null> {
  const { kind, words, sort, page } = query;
  if (!page) return 0;
  if (words) return null;
  const back = { ...sort, descending: !sort.descending };
  // The next page begins after its cursor, the previous one ends before it.
  const before =
    'after' in page ? listAfter(kind, back, page.after, { orAt: true }) : listAfter(kind, back, page.before);
  const [row] = await db().$queryRaw<{ count: number }[]>`
    select count(*)::int as count
    from (select from ${listedTasks(sort)} t where ${listCondition(actor, query)} and ${before} limit ${MAX_COUNTED + 1}) counted`;
  return row && row.count <= MAX_COUNTED ? row.count : null;
}

/** The number of records before a page that was read with `query`; null: unknown. */
export function startOfPage({ page }: ListQuery, { rows, previous }: ListPage, before: number | null): number | null {
  if (!previous) return 0;
  if (before === null) return null;
  return page && 'before' in page ? Math.max(0, before - rows.length) : before;
}

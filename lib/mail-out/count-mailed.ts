import type { Actor } from '#lib/platform/actor.ts';
import type { Db } from '#lib/platform/db.ts';
import { unreachableBecause } from './unreachable-because.ts';

/** MAIL-10, MAIL-6 · How many customers are emailed when the actor changes these cases, each counted once, in one statement. */
export async function countMailed(tx: Db, actor: Actor, caseIds: readonly string[]): Promise<number> {
  if (caseIds.length === 0) return 0;
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(distinct u.id)::int as count
    from tasks t join users u on u.id = coalesce(t.contact_id, t.consumer_id)
    where t.id = any(${[...caseIds]}::uuid[]) and ${unreachableBecause} = '' and u.id is distinct from ${actor.id}::uuid`;
  return row?.count ?? 0;
}

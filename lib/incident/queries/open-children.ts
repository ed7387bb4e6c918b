import { readableOf } from '#lib/access/readable.ts';
import { openStates } from '#lib/kinds/open-states.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';

/** INC-7 · How many incidents are still open whose parent is one of these resolved incidents. */
export async function countOpenChildren(actor: Actor, numbers: readonly string[]): Promise<number> {
  if (numbers.length === 0) return 0;
  const [row] = await db().$queryRaw<{ count: number }[]>`
    select count(*)::int as count from tasks t join incidents i using (id) join tasks parent on parent.id = i.parent_id
    where parent.number = any(${[...numbers]}) and parent.state = 'resolved' and t.state = any(${openStates('incident')})
      and (${readableOf('incident', actor)})`;
  return row?.count ?? 0;
}

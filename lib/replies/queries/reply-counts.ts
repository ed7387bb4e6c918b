import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import type { ReplyCounts } from '../reply.ts';
import { type ReplySource, repliesTables } from './replies-sql.ts';

/** NOT-8 · The number of replies, and of those that wait. The caller has checked the actor's access. */
export async function replyCounts(actor: Actor, source: ReplySource): Promise<ReplyCounts> {
  const [counts] = await db().$queryRaw<ReplyCounts[]>`
    with ${repliesTables(actor, source)}
    select count(*)::int as all, (count(*) filter (where unread))::int as unread,
      (count(*) filter (where waits))::int as unanswered from replies`;
  return counts ?? { all: 0, unread: 0, unanswered: 0 };
}

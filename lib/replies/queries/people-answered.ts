import { hiddenFromWatchers } from '#lib/customer-messages/queries/may-see.ts';
import { peopleReached } from '#lib/customer-messages/queries/recipients-sql.ts';
import { db } from '#lib/platform/db.ts';

/** NOT-7, NOT-8 · How many people would receive an answer in these cases, counted like a Notify Customers message. */
export async function peopleAnswered(senderId: string, caseIds: readonly string[]): Promise<number> {
  const reach = { caseIds, senderId };
  const [row] = await db().$queryRaw<{ count: number }[]>`
    with ${peopleReached(reach, await hiddenFromWatchers(db(), reach))}
    select count(*)::int as count from people where reason = ''`;
  return row?.count ?? 0;
}

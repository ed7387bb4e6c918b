import { db } from '#lib/platform/db.ts';
import { affectedTables } from '../affected-sql.ts';

/** IMP-2 · How many customers a record affects. The caller has checked that the actor may know. */
export async function affectedCount(taskId: string): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    with recursive ${affectedTables({ taskId })}
    select count(*)::int as count from (select customer_id from hit union select customer_id from associated) affected`;
  return row?.count ?? 0;
}

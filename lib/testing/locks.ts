import { db } from '#lib/platform/db.ts';

/** Whether a statement in this file's database is waiting for a lock, so that the test can continue. */
export async function waitsForLock(): Promise<boolean> {
  const waiting = await db().$queryRaw<unknown[]>`
    select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  return waiting.length > 0;
}

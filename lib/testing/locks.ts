import { db } from '#lib/platform/db.ts';

/** Whether a statement of this file's database waits for a lock: to go on only when it does. */
export async function waitsForLock(): Promise<boolean> {
  const waiting = await db().$queryRaw<unknown[]>`
    select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  return waiting.length > 0;
}

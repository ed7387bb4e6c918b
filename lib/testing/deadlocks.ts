import type { Client } from 'pg';

/**
 * Number of deadlocks that PostgreSQL ended in a database. Ends all connections, because each reports its count only when it
 * closes. Needed because the product retries after a deadlock, which would hide a wrong lock order.
 */
export async function deadlocksIn(admin: Client, database: string): Promise<number> {
  const left = 'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1';
  while ((await admin.query(left, [database])).rowCount) await admin.query('select pg_sleep(0.005)');
  const { rows } = await admin.query<{ deadlocks: number }>(
    'select deadlocks::int from pg_stat_database where datname = $1',
    [database],
  );
  return rows[0]?.deadlocks ?? 0;
}

import type { Client } from 'pg';

/**
 * How many deadlocks PostgreSQL ended in a database; its connections are ended, as each counts its own until it leaves. The
 * product tries again what was refused so, and a wrong order of locks would be seen by nobody.
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

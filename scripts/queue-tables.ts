import { runMigrations } from 'graphile-worker';
import pg from 'pg';

/**
 * Makes or upgrades the tables of the job queue. The pool is ours, and its connections may end in any way: the queue does
 * not wait until its own have ended, and one that the server ends meanwhile would end the process.
 */
export async function migrateQueue(connectionString: string): Promise<void> {
  const pool = new pg.Pool({ connectionString });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  try {
    await runMigrations({ pgPool: pool });
  } finally {
    await pool.end();
  }
}

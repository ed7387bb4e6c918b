import { runMigrations } from 'graphile-worker';
import pg from 'pg';

/**
 * Creates or upgrades the tables of the job queue. It uses its own pool, whose connections may break at any time: the queue
 * does not wait until its connections have ended, and a connection that the server closes would crash the process.
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

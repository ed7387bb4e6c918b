import pg from 'pg';

/** Prisma's own advisory lock id, so that its command line and our set-up wait for each other. */
const LOCK = 72707369;

/** Does work on a database while no other server sets it up. */
export async function withSetUpLock<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, keepAlive: true });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

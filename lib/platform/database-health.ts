import type { Db } from './db.ts';

export type DatabaseHealth = { version: string; bytes: number; connections: number; mostConnections: number };

/** ADM-11 · Version, size and connections, as the database reports them. */
export async function databaseHealth(tx: Db): Promise<DatabaseHealth> {
  const [health] = await tx.$queryRaw<DatabaseHealth[]>`
    select current_setting('server_version') as version, pg_database_size(current_database())::float8 as bytes,
      (select count(*)::int from pg_stat_activity where datname = current_database()) as connections,
      current_setting('max_connections')::int as "mostConnections"`;
  if (!health) throw new Error('The database says nothing of itself.');
  return health;
}

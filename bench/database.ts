import path from 'node:path';
import { ensureConfiguration } from '#lib/configuration/ensure-configuration.ts';
import { closeDb, db } from '#lib/platform/db.ts';
import { inDatabase } from '../scripts/in-database.ts';
import { migrate } from '../scripts/migrate.ts';
import { OTHER_CLIENTS, startPostgres } from '../scripts/postgres.ts';
import { migrateQueue } from '../scripts/queue-tables.ts';

/** The benchmark's own database server: users' data is never touched. */
export const FOLDER = path.resolve('.data-bench');

/** Creates an empty database with schema and settings, connects this process to it, and returns its address. */
export async function freshDatabase(name: string): Promise<string> {
  const server = await startPostgres(FOLDER);
  await closeDb();
  await inDatabase(server.url('postgres'), async (admin) => {
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.query(`create database ${name}`);
  });
  const url = server.url(name);
  await inDatabase(url, (client) => migrate(client));
  await migrateQueue(url);
  process.env.DATABASE_URL = url;
  await ensureConfiguration(db());
  return url;
}

/** Stops the benchmark's server, unless another benchmark is using it. */
export async function stopServer(): Promise<void> {
  await closeDb();
  const server = await startPostgres(FOLDER);
  const others = await inDatabase(server.url('postgres'), (client) => client.query(OTHER_CLIENTS));
  if (others.rowCount === 0) server.stop();
}

import path from 'node:path';
import { ensureConfiguration } from '#lib/configuration/ensure-configuration.ts';
import { closeDb, db } from '#lib/platform/db.ts';
import { inDatabase } from '../scripts/in-database.ts';
import { migrate } from '../scripts/migrate.ts';
import { OTHER_CLIENTS, startPostgres } from '../scripts/postgres.ts';
import { migrateQueue } from '../scripts/queue-tables.ts';

/** A server of the benchmark's own: what people keep is never touched. */
export const FOLDER = path.resolve('.data-bench');

/** An empty database with the product's schema and settings, which this process then works on. Answers its address. */
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

/** Ends the benchmark's server, unless another benchmark is using it. */
export async function stopServer(): Promise<void> {
  await closeDb();
  const server = await startPostgres(FOLDER);
  const others = await inDatabase(server.url('postgres'), (client) => client.query(OTHER_CLIENTS));
  if (others.rowCount === 0) server.stop();
}

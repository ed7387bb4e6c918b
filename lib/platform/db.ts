import { PrismaPg } from '@prisma/adapter-pg';
import type { ClientBase } from 'pg';
import { Prisma, PrismaClient } from './generated/prisma/client.ts';
import { statementName } from './statement-name.ts';

export { Prisma };

/** Runs queries: the client itself or a transaction. */
export type Db = Prisma.TransactionClient;

/** Q-13 · The longest time for a statement while a user waits for a page, including waits for locks. */
const STATEMENT_TIMEOUT = '30s';

/** Seeds, replays, benchmarks and jobs run by hand run outside the framework and may take longer. */
const isWebServer = () => process.env.NEXT_RUNTIME === 'nodejs';

/**
 * Set after connecting, as poolers reject it in the startup message. The driver reads all times as UTC, whatever the
 * database's time zone is.
 */
const configureConnection = (client: ClientBase) =>
  client.query(`set timezone = 'UTC'${isWebServer() ? `; set statement_timeout = '${STATEMENT_TIMEOUT}'` : ''}`);

function connect() {
  const connectionString = process.env.DATABASE_URL;
  if (!connectionString) throw new Error('DATABASE_URL is not set.');
  const pool = {
    connectionString,
    max: 10,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: isWebServer() ? 5_000 : 60_000,
    application_name: 'casebridge',
    onConnect: configureConnection,
  };
  const adapter = new PrismaPg(pool, { statementNameGenerator: statementName });
  return new PrismaClient({ adapter });
}

const cached = globalThis as { casebridgeDb?: PrismaClient };

/** The database. One pool per process, opened on first use. */
export function db(): PrismaClient {
  cached.casebridgeDb ??= connect();
  return cached.casebridgeDb;
}

/** Closes the pool; the next use opens a new pool. */
export async function closeDb(): Promise<void> {
  const open = cached.casebridgeDb;
  cached.casebridgeDb = undefined;
  await open?.$disconnect();
}

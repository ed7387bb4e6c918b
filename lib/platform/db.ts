import { PrismaPg } from '@prisma/adapter-pg';
import { Prisma, PrismaClient } from './generated/prisma/client.ts';
import { statementName } from './statement-name.ts';

export { Prisma };

/** What a query needs: the client itself or a transaction of it. */
export type Db = Prisma.TransactionClient;

function connect() {
  const connectionString = process.env.DATABASE_URL;
  if (!connectionString) throw new Error('DATABASE_URL is not set.');
  const pool = {
    connectionString,
    max: 10,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 5_000,
    application_name: 'casebridge',
  };
  const adapter = new PrismaPg(pool, { statementNameGenerator: statementName });
  return new PrismaClient({ adapter });
}

const kept = globalThis as { casebridgeDb?: PrismaClient };

/** The database. One pool per process, opened at the first use. */
export function db(): PrismaClient {
  kept.casebridgeDb ??= connect();
  return kept.casebridgeDb;
}

/** Closes the pool; the next use opens a new one. */
export async function closeDb(): Promise<void> {
  const open = kept.casebridgeDb;
  kept.casebridgeDb = undefined;
  await open?.$disconnect();
}

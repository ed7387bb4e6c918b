import { globSync } from 'node:fs';
import path from 'node:path';
import { db } from './db.ts';

const MIGRATIONS = 'prisma/migrations';

/** Why this server cannot serve now, or null: the database must respond and have every migration of this version. */
export async function notReadyBecause(): Promise<string | null> {
  const applied = await appliedMigrations();
  if (!applied) return 'The database does not answer.';
  const missing = ownMigrations().filter((name) => !applied.has(name));
  return missing.length > 0 ? `The database lacks ${missing.length} migrations.` : null;
}

async function appliedMigrations(): Promise<Set<string> | null> {
  try {
    const rows = await db().$queryRaw<{ migration_name: string }[]>`
      select migration_name from _prisma_migrations where finished_at is not null and rolled_back_at is null`;
    return new Set(rows.map(({ migration_name }) => migration_name));
  } catch {
    return null;
  }
}

const ownMigrations = () => globSync('*/migration.sql', { cwd: MIGRATIONS }).map((file) => path.dirname(file));

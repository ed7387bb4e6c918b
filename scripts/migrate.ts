import { createHash, randomUUID } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Client } from 'pg';
import { UserError } from './user-error.mjs';

interface Applied {
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
}

/** Prisma's own table, so that `prisma migrate deploy` can continue after this tool, and the other way round. */
const TABLE = `create table if not exists _prisma_migrations (
  id varchar(36) primary key,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`;

type Earlier = { name: string; checksum: string };

export type Migration = Earlier & {
  sql: string;
  /** The migrations that it replaces: a database that has them all does not run it. */
  replaces: readonly Earlier[];
};

/** The migrations of a folder in Prisma's layout, in order. */
export function readMigrations(folder = 'prisma/migrations'): Migration[] {
  return globSync('*/migration.sql', { cwd: folder })
    .map((file) => path.dirname(file))
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, 'migration.sql'), 'utf8');
      return {
        name,
        sql,
        checksum: createHash('sha256').update(sql).digest('hex'),
        replaces: replacedBy(folder, name),
      };
    });
}

/** A file beside a migration lists the migrations that it replaces, one per line, with their checksums. */
function replacedBy(folder: string, name: string): Earlier[] {
  const file = path.join(folder, name, 'replaces.txt');
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [replaced = '', checksum = ''] = line.split(' ');
    return { name: replaced, checksum };
  });
}

/** Upgrades a database; each migration is applied completely or not at all. The caller holds the set-up lock. */
export async function migrate(client: Client, migrations = readMigrations()): Promise<void> {
  await client.query(TABLE);
  const { rows: applied } = await client.query<Applied>(
    'select migration_name, checksum, finished_at from _prisma_migrations where rolled_back_at is null',
  );
  const known = new Set(migrations.flatMap(({ name, replaces }) => [name, ...replaces.map((one) => one.name)]));
  const unknown = applied.find(({ migration_name }) => !known.has(migration_name));
  if (unknown)
    throw new UserError(
      `The database was upgraded by a newer version (migration ${unknown.migration_name}): use that one.`,
    );

  for (const migration of migrations) {
    const earlier = applied.find(({ migration_name }) => migration_name === migration.name);
    if (!earlier && hasAllOf(migration, applied)) await record(client, migration);
    else if (!earlier) await apply(client, migration);
    else if (!earlier.finished_at)
      throw new UserError(
        `The migration ${migration.name} was begun by another tool and has failed: mend the database first.`,
      );
    else if (earlier.checksum !== migration.checksum)
      throw new UserError(`The migration ${migration.name} was changed after it had been applied to this database.`);
  }
}

/** Whether the database has all migrations that this one replaces; a database that has only some of them is refused. */
function hasAllOf({ replaces }: Migration, applied: readonly Applied[]): boolean {
  const isThere = ({ name, checksum }: Earlier) =>
    applied.some((one) => one.migration_name === name && one.checksum === checksum && one.finished_at);
  const missing = replaces.find((one) => !isThere(one));
  if (missing && applied.some(({ migration_name }) => replaces.some(({ name }) => name === migration_name)))
    throw new UserError(
      `The database lacks the migration ${missing.name}: start the last version that has it once, then this one.`,
    );
  return replaces.length > 0 && !missing;
}

async function record(client: Client, { name, checksum }: Migration): Promise<void> {
  await client.query(
    `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
     values ($1, $2, $3, clock_timestamp(), 1)`,
    [randomUUID(), checksum, name],
  );
}

async function apply(client: Client, migration: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(migration.sql);
    await record(client, migration);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw new UserError(
      `The migration ${migration.name} failed: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

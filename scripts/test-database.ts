import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { hashOfFiles } from './files-hash.ts';
import { generateIfStale } from './generate.ts';
import { liveProcess } from './live-process.ts';
import { migrate } from './migrate.ts';
import { migrateQueue } from './queue-tables.ts';
import { withSetUpLock } from './set-up-lock.ts';
import { openTestServer } from './test-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a role that may create databases. */
    adminUrl: string;
    /** The database that each test file copies: the schema and the queue, without rows. */
    template: string;
  }
}

const KEPT_TEMPLATES = 3;

/** Before the database tests: starts their server and prepares the template. Concurrent runs share the server. */
export default async function setUp(project: TestProject) {
  await generateIfStale();
  const { admin, close } = await openTestServer(async (server, admin) => {
    await dropLeftovers(admin);
    project.provide('adminUrl', server.url('postgres'));
    project.provide('template', await templateOf(admin, server.url));
  });

  return async function tearDown() {
    await dropOwn(admin);
    await close();
  };
}

async function templateOf(admin: pg.Client, url: (database: string) => string): Promise<string> {
  const hash = hashOfFiles(['prisma/migrations/*/migration.sql', 'node_modules/graphile-worker/package.json']);
  const name = `template_${hash.slice(0, 12)}`;
  const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [name]);
  if (rowCount) return name;

  const draft = 'template_draft';
  await admin.query(`drop database if exists ${draft} with (force)`);
  await admin.query(`create database ${draft}`);
  await withSetUpLock(url(draft), (client) => migrate(client));
  await migrateQueue(url(draft));
  // PostgreSQL refuses to copy a database that has connections.
  await admin.query(`alter database ${draft} with allow_connections false`);
  await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [draft]);
  await admin.query(`alter database ${draft} rename to ${name}`);
  return name;
}

/** Drops the databases of killed runs, and all but the newest templates. */
async function dropLeftovers(admin: pg.Client): Promise<void> {
  const { rows } = await admin.query<{ datname: string }>(
    "select datname from pg_database where datname like 'test\\_%' or datname like 'template\\__%' order by oid desc",
  );
  const names = rows.map(({ datname }) => datname);
  const orphans = names.filter((name) => name.startsWith('test_') && !liveProcess(Number(name.split('_')[1])));
  const templates = names.filter((name) => /^template_[0-9a-f]{12}$/.test(name)).slice(KEPT_TEMPLATES);
  await drop(admin, [...orphans, ...templates]);
}

async function dropOwn(admin: pg.Client): Promise<void> {
  const { rows } = await admin.query<{ datname: string }>('select datname from pg_database where datname like $1', [
    `test\\_${process.pid}\\_%`,
  ]);
  await drop(
    admin,
    rows.map(({ datname }) => datname),
  );
}

async function drop(admin: pg.Client, names: string[]): Promise<void> {
  for (const name of names) await admin.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
}

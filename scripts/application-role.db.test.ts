import { runOnce } from 'graphile-worker';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { APPLICATION_ROLE, ensureApplicationDatabase, OWNER_ROLE } from './application-role.ts';
import { inDatabase } from './in-database.ts';
import { migrate } from './migrate.ts';
import { migrateQueue } from './queue-tables.ts';
import { grantServingRights } from './serving-rights.ts';

const PASSWORD = 'only for tests of the role';
const OWNER_PASSWORD = 'only for tests of the other role';
/** A database with all migrations, created by a superuser as older versions did. */
const old = new URL(process.env.DATABASE_URL ?? '').pathname.slice(1);
const fresh = `${old}_fresh`;
const handed = `${old}_handed`;

const addressOf = (database: string, as?: { username: string; password: string }) => {
  const url = new URL(inject('adminUrl'));
  Object.assign(url, as ?? {}, { pathname: `/${database}` });
  return url.href;
};
const asOwner = (database: string) => addressOf(database, { username: OWNER_ROLE, password: OWNER_PASSWORD });
const asServer = (database: string) => addressOf(database, { username: APPLICATION_ROLE, password: PASSWORD });

const ensure = (name: string) =>
  ensureApplicationDatabase(addressOf, { name, password: PASSWORD, ownerPassword: OWNER_PASSWORD });
const serve = (name: string) => inDatabase(asOwner(name), (client) => grantServingRights(client, APPLICATION_ROLE));
const on = (url: string, sql: string) => inDatabase(url, (client) => client.query(sql));

beforeAll(async () => {
  await ensure(old);
  await ensure(fresh);
  // As the previous version left it: the serving role owned everything.
  await ensure(handed);
  await on(addressOf('postgres'), `alter database ${handed} owner to ${APPLICATION_ROLE}`);
  await inDatabase(asServer(handed), (client) => migrate(client));
  await migrateQueue(asServer(handed));
  for (const name of [old, fresh, handed]) {
    await ensure(name);
    await inDatabase(asOwner(name), (client) => migrate(client));
    await migrateQueue(asOwner(name));
    await serve(name);
    await serve(name);
  }
});

// The roles stay: they belong to the test server, which several runs may share.
afterAll(async () => {
  for (const name of [fresh, handed]) await on(addressOf('postgres'), `drop database if exists ${name} with (force)`);
});

const databases: [which: string, name: string][] = [
  ['that a superuser had made', old],
  ['that the role which serves had owned', handed],
  ['of a first start', fresh],
];

test.each([
  ['serves', asServer],
  ['owns', asOwner],
])('REC-1 · the role that %s is no superuser, and cannot put the triggers of the database aside', async (_what, as) => {
  const { rows } = await on(
    as(old),
    'select rolsuper, rolbypassrls, rolreplication from pg_roles where rolname = current_user',
  );
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolreplication: false }]);
  await expect(on(as(old), 'set session_replication_role = replica')).rejects.toThrow('permission denied');
  await expect(on(as(old), "select pg_read_file('postgresql.conf')")).rejects.toThrow('permission denied');
});

test.each(databases)(
  'REC-1 · a database %s belongs whole to the role that owns it, the queue included',
  async (_which, name) => {
    const { rows } = await on(
      asOwner(name),
      `select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.oid >= 16384 and c.relowner <> current_user::regrole and n.nspname <> 'pg_toast'
      union all
      select n.nspname, p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.oid >= 16384 and p.proowner <> current_user::regrole
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
      union all
      select n.nspname, '' from pg_namespace n where n.oid >= 16384 and n.nspname !~ '^pg_' and n.nspowner <> current_user::regrole`,
    );
    expect(rows).toEqual([]);
  },
);

describe.each(databases)('in a database %s', (_which, name) => {
  test.each([
    'drop trigger journal_entries_append_only on journal_entries',
    'alter table journal_entries disable trigger all',
    'alter table audit_entries disable trigger audit_entries_append_only',
    'create or replace function refuse_rewriting() returns trigger language plpgsql as $$ begin return new; end $$',
    'create trigger mine before update on journal_entries for each row execute function refuse_rewriting()',
    'truncate call_counts',
    'truncate journal_entries cascade',
    'drop table audit_entries',
    'alter table users add column mine int',
    'create table mine (id int)',
    'create temporary table mine (id int)',
    'create schema mine',
    'drop schema graphile_worker cascade',
    `set role ${OWNER_ROLE}`,
    `grant truncate on call_counts to ${APPLICATION_ROLE}; truncate call_counts`,
    'delete from _prisma_migrations',
    'select key from signing_keys',
    'delete from signing_keys',
    'create database mine',
  ])('REC-1, REC-2, ADM-12 · the serving role may not: %s', async (sql) => {
    await expect(on(asServer(name), sql)).rejects.toThrow(/permission denied|must be owner/);
  });

  test('REC-1 · the serving role reads and writes rows, sees the migrations, and processes the queue', async () => {
    await inDatabase(asServer(name), async (client) => {
      const id = '01935f3e-0000-7000-8000-000000000001';
      await client.query(`insert into open_streams (id, person_id, process) values ('${id}', uuid_v7(), 1)`);
      await client.query('update open_streams set process = 2');
      expect((await client.query('delete from open_streams returning process')).rows).toEqual([{ process: 2 }]);
      expect((await client.query('select from _prisma_migrations')).rowCount).toBeGreaterThan(0);
      const number = "select nextval(pg_get_serial_sequence('audit_entries', 'id'))";
      expect((await client.query(number)).rowCount).toBe(1);
    });
    const done: unknown[] = [];
    const pool = new pg.Pool({ connectionString: asServer(name) });
    await pool.query("select graphile_worker.add_job('note', '{\"said\":1}')");
    await runOnce({ pgPool: pool, taskList: { note: (payload) => void done.push(payload) } });
    await pool.end();
    expect(done).toEqual([{ said: 1 }]);
  });

  test('REC-1 · the owner applies migrations, also with extensions, and the serving role may use the result', async () => {
    const sql = `create extension if not exists pg_trgm; create extension hstore; create table later (id int);
      create type colour as enum ('red')`;
    await inDatabase(asOwner(name), async (client) => {
      const applied = await client.query('select migration_name as name, checksum from _prisma_migrations');
      const before = applied.rows.map(({ name: migration, checksum }) => ({
        name: migration,
        checksum,
        sql: '',
        replaces: [],
      }));
      await migrate(client, [...before, { name: '99990101000000_later', checksum: 'later', sql, replaces: [] }]);
    });
    await migrateQueue(asOwner(name));
    await serve(name);
    expect((await on(asServer(name), 'insert into later values (1)')).rowCount).toBe(1);
  });
});

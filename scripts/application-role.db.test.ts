import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { APPLICATION_ROLE, ensureApplicationDatabase } from './application-role.ts';
import { inDatabase } from './in-database.ts';
import { migrate } from './migrate.ts';
import { migrateQueue } from './queue-tables.ts';

const PASSWORD = 'only for tests of the role';
/** A database with all migrations that a superuser has made, as older versions did. */
const old = new URL(process.env.DATABASE_URL ?? '').pathname.slice(1);
const fresh = `${old}_fresh`;

const addressOf = (database: string, as?: { username: string; password: string }) => {
  const url = new URL(inject('adminUrl'));
  Object.assign(url, as ?? {}, { pathname: `/${database}` });
  return url.href;
};
const own = (database: string) => addressOf(database, { username: APPLICATION_ROLE, password: PASSWORD });

beforeAll(async () => {
  const ensure = (name: string) => ensureApplicationDatabase(addressOf, { name, password: PASSWORD });
  await Promise.all([ensure(old), ensure(fresh)]);
  await ensure(old);
});

// The role stays: it belongs to the server of the tests, which several runs may share.
afterAll(async () => {
  await inDatabase(addressOf('postgres'), (admin) => admin.query(`drop database if exists ${fresh} with (force)`));
});

test('REC-1 · the role of the product is no superuser, and cannot put the triggers of the database aside', async () => {
  const { rows } = await inDatabase(own(old), (client) =>
    client.query('select rolsuper, rolbypassrls, rolreplication from pg_roles where rolname = current_user'),
  );
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolreplication: false }]);
  const aside = inDatabase(own(old), (client) => client.query('set session_replication_role = replica'));
  await expect(aside).rejects.toThrow('permission denied');
  const file = inDatabase(own(old), (client) => client.query("select pg_read_file('postgresql.conf')"));
  await expect(file).rejects.toThrow('permission denied');
});

test('REC-1 · a database that a superuser had made belongs to it whole, the queue included', async () => {
  const { rows } = await inDatabase(own(old), (client) =>
    client.query(`
      select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.oid >= 16384 and c.relowner <> current_user::regrole and n.nspname <> 'pg_toast'
      union all
      select n.nspname, p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.oid >= 16384 and p.proowner <> current_user::regrole
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
      union all
      select n.nspname, '' from pg_namespace n where n.oid >= 16384 and n.nspowner <> current_user::regrole`),
  );
  expect(rows).toEqual([]);
  await migrateQueue(own(old));
});

test.each([
  ['that was handed over', old],
  ['of a first start', fresh],
])('REC-1 · in a database %s it applies migrations, those with extensions too', async (_which, database) => {
  const sql = `create extension if not exists pg_trgm; create extension hstore; create table later (id int);
    create type colour as enum ('red')`;
  await inDatabase(own(database), async (client) => {
    const migrations =
      database === fresh
        ? []
        : (await client.query('select migration_name as name, checksum from _prisma_migrations')).rows;
    const before = migrations.map(({ name, checksum }) => ({ name, checksum, sql: '' }));
    await migrate(client, [...before, { name: '99990101000000_later', checksum: 'later', sql }]);
    expect((await client.query('select * from later')).rowCount).toBe(0);
  });
  await migrateQueue(own(database));
});

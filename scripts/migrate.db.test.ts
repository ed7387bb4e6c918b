import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { migrate, readMigrations } from './migrate.ts';
import { demoIsUnfinished } from './seed.ts';
import { withSetUpLock } from './set-up-lock.ts';

const admin = new pg.Client({ connectionString: inject('adminUrl') });

beforeAll(async () => {
  await admin.connect();
});

afterAll(() => admin.end());

let name: string;
let url: string;

beforeEach(async () => {
  name = `test_${process.ppid}_${randomUUID().slice(0, 8)}`;
  await admin.query(`create database ${name}`);
  const address = new URL(inject('adminUrl'));
  address.pathname = `/${name}`;
  url = address.href;
});

afterEach(async () => {
  await admin.query(`drop database ${name} with (force)`);
});

const one = { name: '1_people', sql: 'create table people (id int);', checksum: 'a', replaces: [] };
const two = {
  name: '2_names',
  sql: 'alter table people add name text; insert into people values (1, $$a;b$$);',
  checksum: 'b',
  replaces: [],
};
const broken = { name: '3_broken', sql: 'create table half (id int); select nonsense;', checksum: 'c', replaces: [] };
const both = { name: '3_both', sql: 'create table people (id int, name text);', checksum: 'd', replaces: [one, two] };

const run = (...migrations: ReturnType<typeof readMigrations>) =>
  withSetUpLock(url, (client) => migrate(client, migrations));
const ask = (sql: string) => withSetUpLock(url, async (client) => (await client.query(sql)).rows);

it('servers that start at once apply each migration once', async () => {
  await Promise.all(Array.from({ length: 5 }, () => run(one, two)));
  expect(await ask('select migration_name from _prisma_migrations order by 1')).toEqual([
    { migration_name: '1_people' },
    { migration_name: '2_names' },
  ]);
  expect(await ask('select * from people')).toEqual([{ id: 1, name: 'a;b' }]);
});

it('a later version applies only new migrations', async () => {
  await run(one);
  await run(one, two);
  expect(await ask('select * from people')).toHaveLength(1);
});

it('a migration that fails leaves nothing', async () => {
  await expect(run(one, broken)).rejects.toThrow('The migration 3_broken failed: column "nonsense" does not exist');
  expect(await ask("select to_regclass('half') as half")).toEqual([{ half: null }]);
  expect(await ask('select migration_name from _prisma_migrations')).toEqual([{ migration_name: '1_people' }]);
});

it('a migration that was changed after it had been applied is refused', async () => {
  await run(one);
  await expect(run({ ...one, checksum: 'other' })).rejects.toThrow(
    'The migration 1_people was changed after it had been applied to this database.',
  );
});

it('a database of a newer version is refused', async () => {
  await run(one, two);
  await expect(run(one)).rejects.toThrow('The database was upgraded by a newer version (migration 2_names)');
});

it('a database with all migrations that a combined one replaces counts as having it, and continues from there', async () => {
  await run(one, two);
  await run(both, { ...one, name: '4_age', sql: 'alter table people add age int;' });
  expect(await ask('select * from people')).toEqual([{ id: 1, name: 'a;b', age: null }]);
  await run(both, { ...one, name: '4_age' });
  expect(await ask('select migration_name as name from _prisma_migrations order by 1')).toEqual(
    ['1_people', '2_names', '3_both', '4_age'].map((each) => ({ name: each })),
  );
});

it('an empty database gets one migration for those that it replaces', async () => {
  await run(both);
  expect(await ask('select * from people')).toEqual([]);
  expect(await ask('select migration_name from _prisma_migrations')).toEqual([{ migration_name: '3_both' }]);
});

it.each([
  ['only some', () => run(one)],
  ['one that was changed', () => run(one, { ...two, checksum: 'other' })],
])('a database that has %s of the migrations that one replaces is refused', async (_what, before) => {
  await before();
  await expect(run(both)).rejects.toThrow('The database lacks the migration 2_names');
  expect(await ask("select from _prisma_migrations where migration_name = '3_both'")).toEqual([]);
});

it('the product’s own migrations have the checksums that Prisma gives them', async () => {
  const own = readMigrations();
  expect(own.length).toBeGreaterThan(0);
  expect(own.every(({ checksum }) => /^[0-9a-f]{64}$/.test(checksum))).toBe(true);
});

it('demo data that an interrupted start left unfinished is recognised', async () => {
  const unfinished = () => withSetUpLock(url, demoIsUnfinished);
  expect(await unfinished()).toBe(false);
  await ask("insert into casebridge_setup.seed (content) values ('demo')");
  expect(await unfinished()).toBe(true);
  await ask('update casebridge_setup.seed set finished_at = now()');
  expect(await unfinished()).toBe(false);
});

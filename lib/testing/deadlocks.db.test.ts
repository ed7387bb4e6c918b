import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { expect, inject, it } from 'vitest';
import { deadlocksIn } from './deadlocks.ts';

const name = `test_${process.ppid}_${randomBytes(6).toString('hex')}`;
const url = new URL(inject('adminUrl'));
url.pathname = `/${name}`;

async function connected(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => {});
  await client.connect();
  return client;
}

it('SYNC-000 · two that lock the same rows the other way round are counted, though one of them tries again', async () => {
  const admin = await connected(inject('adminUrl'));
  await admin.query(`create database ${name}`);
  const [one, other] = [await connected(url.href), await connected(url.href)];
  await one.query('create table rows (id int primary key)');
  await one.query('insert into rows values (1), (2)');
  const lock = (client: pg.Client, id: number) => client.query('select from rows where id = $1 for update', [id]);
  for (const [client, id] of [
    [one, 1],
    [other, 2],
  ] as const) {
    await client.query("set deadlock_timeout = '10ms'");
    await client.query('begin');
    await lock(client, id);
  }
  const refused = (await Promise.allSettled([lock(one, 2), lock(other, 1)])).filter(
    ({ status }) => status === 'rejected',
  );
  expect(refused).toHaveLength(1);

  expect(await deadlocksIn(admin, name)).toBe(1);
  await admin.query(`drop database ${name}`);
  await admin.end();
});

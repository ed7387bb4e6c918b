import pg from 'pg';
import { expect, inject, it, vi } from 'vitest';
import { databaseUrl } from '#lib/platform/env.ts';
import { migrateQueue } from './queue-tables.ts';

it('a connection that the server ends before it has ended by itself ends nothing else', async () => {
  const ends = vi.spyOn(pg.Client.prototype, 'end').mockImplementation(() => {});
  await migrateQueue(databaseUrl());
  const left = ends.mock.contexts.filter((client) => client instanceof pg.Client);
  ends.mockRestore();

  const ended = Promise.all(left.map((client) => new Promise<string>((end) => client.on('end', () => end('ended')))));
  const admin = new pg.Client({ connectionString: inject('adminUrl') });
  await admin.connect();
  const terminate = 'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1';
  await admin.query(terminate, [new URL(databaseUrl()).pathname.slice(1)]);
  expect(await ended).toContain('ended');
  await admin.end();
});

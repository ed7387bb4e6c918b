import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureConfiguration } from '#lib/configuration/ensure-configuration.ts';
import { closeDb, db } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { startSession } from '#lib/session/sessions.ts';
import { aCase, world } from '#lib/testing/world.ts';
import { inDatabase } from './in-database.ts';
import { migrate } from './migrate.ts';
import { type Server, startPostgres, UNSAFE_BUT_QUICK } from './postgres.ts';
import { migrateQueue } from './queue-tables.ts';
import { type Answer, type ServerUnderTest, startServerUnderTest } from './server-under-test.ts';

const PEOPLE = 6;
const IN_A_ROW = 30;

let folder: string;
let postgres: Server;
let server: ServerUnderTest;
let page: string;
let cookie: string;

/** Its own server, because the shared test server must not be stopped. */
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'casebridge-restart-'));
  postgres = await startPostgres(folder, { settings: UNSAFE_BUT_QUICK });
  await inDatabase(postgres.url('postgres'), (client) => client.query('create database desk'));
  await inDatabase(postgres.url('desk'), (client) => migrate(client));
  const url = postgres.url('desk');
  await migrateQueue(url);
  await closeDb();
  process.env.DATABASE_URL = url;
  await ensureConfiguration(db());
  const w = await world();
  page = `/workspace/cases/${(await aCase(w)).number}`;
  server = await startServerUnderTest(url);
  cookie = await server.cookieOf(await transaction((tx) => startSession(tx, w.ava.id)));
  await closeDb();
}, 400_000);

afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('Q-11 · the database is restarted under load: every request is answered, later ones as before, by the same server', async () => {
  const answers: Answer[] = [];
  const asking = new AbortController();
  const person = async () => {
    while (!asking.signal.aborted) answers.push(await server.ask(page, { headers: { cookie } }));
  };
  const people = Array.from({ length: PEOPLE }, person);
  const answered = (enough: (all: readonly Answer[]) => boolean) =>
    expect.poll(() => enough(answers), { timeout: 100_000 }).toBe(true);

  const succeeded = ({ status }: Answer) => status === 200;
  await answered((all) => all.length >= IN_A_ROW);
  expect(answers.every(succeeded)).toBe(true);

  const { port } = new URL(postgres.url('desk'));
  postgres.stop();
  await answered((all) => !all.slice(-PEOPLE).some(succeeded));
  const readiness = await server.ask('/api/ready');
  expect(readiness.status).toBe(503);
  // ACC-12 counts searches in the database: a search page must still show the page's own error.
  const searched = await server.ask('/workspace/search?q=line', { headers: { cookie } });

  postgres = await startPostgres(folder, { settings: [...UNSAFE_BUT_QUICK, `port=${port}`] });
  await answered((all) => all.slice(-IN_A_ROW).every(succeeded));
  asking.abort();
  await Promise.all(people);

  // A failed page says so, and asks the server for itself again when the server is ready.
  const failed = [searched, ...answers.filter((answer) => !succeeded(answer))];
  expect(new Set(failed.map(({ status }) => status))).toEqual(new Set([503]));
  for (const { headers, text } of failed) {
    expect(headers['content-type']).toMatch(/^text\/html/);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect(text).not.toMatch(/ECONNREFUSED|Prisma|\bselect\s.*\bfrom\b|127\.0\.0\.1/i);
  }
  expect((await server.ask('/api/ready')).status).toBe(200);
}, 400_000);

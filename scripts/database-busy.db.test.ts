import { afterAll, beforeAll, expect, test } from 'vitest';
import { db } from '#lib/platform/db.ts';
import { databaseUrl } from '#lib/platform/env.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { startSession } from '#lib/session/sessions.ts';
import { aCase, world } from '#lib/testing/world.ts';
import { actionId, type ServerUnderTest, startServerUnderTest } from './server-under-test.ts';

/** More requests than a process has connections, so that some wait for one. */
const TAKEN = 12;

let server: ServerUnderTest;
let cookie: string;
let page: string;

beforeAll(async () => {
  const w = await world();
  page = `/workspace/cases/${(await aCase(w)).number}`;
  server = await startServerUnderTest(databaseUrl());
  cookie = await server.cookieOf(await transaction((tx) => startSession(tx, w.ava.id)));
}, 400_000);

afterAll(() => server[Symbol.asyncDispose]());

/** While `work` runs, no session can be read. */
const whileSessionsAreLocked = (work: () => Promise<void>) =>
  db().$transaction(
    async (tx) => {
      await tx.$executeRaw`lock table sessions in access exclusive mode`;
      await work();
    },
    { timeout: 150_000 },
  );

test('Q-11 · while every connection is taken, a page, a route and an action are answered that it is worth asking again', async () => {
  const headers = { cookie };
  const data = '/api/search?q=line';
  const call = {
    method: 'POST',
    body: '[{}]',
    headers: { cookie, 'content-type': 'text/plain;charset=UTF-8', 'next-action': actionId('signOutEverywhereAction') },
  };
  let taken: Promise<{ status: number }>[] = [];
  await whileSessionsAreLocked(async () => {
    taken = Array.from({ length: TAKEN }, () => server.ask(data, { headers }));
    await expect.poll(waiting).toBe(10);
    const large = { method: 'POST', body: '"'.padEnd(70_000), headers };
    const answers = await Promise.all([
      server.ask(page, { headers }),
      server.ask('/workspace/search?q=line', { headers }),
      server.ask(data, { headers }),
      server.ask('/workspace/profile', call),
      server.ask('/login', large),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 503, 503, 503]);
    for (const { headers: told, text } of answers) {
      expect(Number(told['retry-after'])).toBeGreaterThan(0);
      expect(text).not.toMatch(/timeout exceeded|Prisma/);
    }
    for (const { headers: told } of answers.slice(0, 2)) expect(told['content-type']).toMatch(/^text\/html/);
  });
  const statuses = (await Promise.all(taken)).map(({ status }) => status);
  // Requests beyond the connections got a 503; on a busy machine some of the others may get it too.
  expect(statuses.filter((status) => status === 503).length).toBeGreaterThanOrEqual(TAKEN - 10);
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(0);
  expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([]);
  expect((await server.ask(page, { headers })).status).toBe(200);
}, 240_000);

async function waiting(): Promise<number> {
  const [row] = await db().$queryRaw<{ count: bigint }[]>`
    select count(*) from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and query like '%sessions%'`;
  return Number(row?.count);
}

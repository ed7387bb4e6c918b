import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { liveProcess } from './live-process.ts';
import { runningPostgres } from './postgres.ts';
import { type StartedServer, startWithNpm } from './test-start.ts';

let folder: string;
let server: StartedServer;
let exit: Promise<number> | undefined;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'casebridge-serve-'));
  server = await startWithNpm({ CASEBRIDGE_DATA: folder, WEB_PROCESSES: '2' });
});

afterAll(async () => {
  await (exit ?? server.stop());
  rmSync(folder, { recursive: true, force: true });
});

/** The ids of all server processes that have served so far, from the first log entry of each. */
const served = () => [
  ...new Set(server.log().flatMap(({ pid, msg }) => (msg === 'Memory of this server process' ? [Number(pid)] : []))),
];

/** The status of a response over a new connection; null if the connection ends without a response. */
function ask(path: string): Promise<number | null> {
  return new Promise((resolve) => {
    http
      .get(`${server.url}${path}`, { agent: false }, (answer) => {
        answer.resume().on('end', () => resolve(answer.statusCode ?? null));
      })
      .on('error', () => resolve(null));
  });
}

/** Whether new connections are refused. One that arrives just as the server ends may stay unanswered: that proves nothing. */
function isRefused(): Promise<boolean> {
  return new Promise((resolve) => {
    const { port, hostname } = new URL(server.url);
    const probe = http.get({ hostname, port, path: '/api/health', agent: false, timeout: 1_000 }, (answer) => {
      answer.resume().on('end', () => resolve(false));
    });
    probe.on('error', () => resolve(true));
    probe.on('timeout', () => {
      resolve(false);
      probe.destroy();
    });
  });
}

/** Sends this many requests, which wait in the database until they are released: so the test needs no exact timing. */
async function requestAndHold(count: number) {
  const database = await runningPostgres(folder);
  const client = new pg.Client({ connectionString: database?.url('casebridge') });
  await client.connect();
  await client.query('begin; lock table _prisma_migrations in access exclusive mode');
  const answers = Array.from({ length: count }, () => ask('/api/ready'));
  const waiting = 'select 1 from pg_locks where not granted';
  await expect.poll(async () => (await client.query(waiting)).rowCount).toBe(count);
  return async () => {
    await client.query('rollback');
    await client.end();
    return Promise.all(answers);
  };
}

it('two processes answer, and a killed one is replaced while the other continues', async () => {
  await expect.poll(() => served().length).toBe(2);
  const [killed = 0, other = 0] = served();
  const release = await requestAndHold(4);

  process.kill(killed, 'SIGKILL');
  const ended = { msg: 'A server process ended by itself: another one takes its place', process: killed };
  await expect.poll(() => server.log()).toContainEqual(expect.objectContaining(ended));
  expect(await ask('/api/health')).toBe(200);
  // Each process had some of the requests: those of the killed process are lost, the other process answers its own.
  expect(new Set(await release())).toEqual(new Set([200, null]));

  await expect.poll(() => served().length).toBe(3);
  expect(served().filter((pid) => liveProcess(pid))).toEqual([other, expect.any(Number)]);
});

it('REC-1 · the server connects as the role that owns nothing, and processes the queue with it', async () => {
  const database = await runningPostgres(folder);
  const client = new pg.Client({ connectionString: database?.url('casebridge') });
  await client.connect();
  const roles =
    'select distinct usename from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()';
  expect((await client.query(roles)).rows).toEqual([{ usename: 'casebridge' }]);
  await client.query('select graphile_worker.add_job(\'close-resolved-incident\', \'{"number":"INC0000001"}\')');
  const waiting = 'select from graphile_worker._private_jobs where locked_at is null and attempts = 0';
  await expect.poll(async () => (await client.query(waiting)).rowCount).toBe(0);
  await client.end();
});

it('SIGTERM ends all processes as one, after what they were asked', async () => {
  const release = await requestAndHold(4);
  exit = server.stop();
  await expect.poll(isRefused).toBe(true);
  expect(await release()).toEqual([200, 200, 200, 200]);
  expect(await exit).toBe(0);
  expect(served().filter((pid) => liveProcess(pid))).toEqual([]);
  expect(await runningPostgres(folder)).toBeNull();
});

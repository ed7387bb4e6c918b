import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';
import { freshDatabase } from './database.ts';
import type { Figure } from './report.ts';
import { type Bench, serve } from './server.ts';
import { aTalkativeCase } from './talkative-case.ts';

const VIEWS = 10_000;
const STEP = 1_000;
const CONNECTIONS = 10;
const MEGABYTES = 400;
/** Largest allowed growth of a process's memory from the first to the second half of the run, as a factor. */
const FLAT = 1.1;

/** The memory of each process in megabytes after this number of views. */
type Row = { views: number; sizes: ReadonlyMap<number, number> };

/** Q-7 · The memory of each server process while a case page with a full timeline is viewed 10,000 times. */
export async function endurance(): Promise<Figure[]> {
  const databaseUrl = await freshDatabase('bench_endurance');
  const { number, ava } = await aTalkativeCase();
  await using server = await serve(databaseUrl);
  const cookie = await server.signIn(ava.id);
  const page = `${server.url}/workspace/cases/${number}`;
  const rows: Row[] = [];
  for (let views = STEP; views <= VIEWS; views += STEP) {
    await view(page, cookie);
    rows.push(rowOf(views, server));
  }
  return server.pids().map((pid, index) => figureOf(pid, rows, index));
}

async function view(url: string, cookie: string): Promise<void> {
  const result = await autocannon({ url, connections: CONNECTIONS, amount: STEP, headers: { cookie } });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx} answers were no pages.`);
}

function rowOf(views: number, server: Bench): Row {
  const sizes = new Map(server.pids().map((pid) => [pid, megabytesOf(pid)]));
  console.log(`${views} views: ${[...sizes.values()].map((size) => `${size} MB`).join(', ')}`);
  return { views, sizes };
}

/** The resident memory of a process, as Linux reports it. */
function megabytesOf(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round((Number(kilobytes) * 1024) / 1e6);
}

function figureOf(pid: number, rows: readonly Row[], index: number): Figure {
  const sizes = rows.map((row) => row.sizes.get(pid));
  if (!sizes.every((size) => size !== undefined)) throw new Error('A server process was replaced.');
  const half = sizes.length / 2;
  const [first, second] = [Math.max(...sizes.slice(0, half)), Math.max(...sizes.slice(half))];
  const growth = second / first;
  return {
    id: `Q-7 process ${index + 1}`,
    what: `memory of a server process while ${VIEWS.toLocaleString('en')} case pages are viewed`,
    measured: `at most ${Math.max(first, second)} MB, second half ${growth.toFixed(2)} of the first`,
    asked: `under ${MEGABYTES} MB, second half at most ${FLAT} of the first`,
    met: Math.max(first, second) < MEGABYTES && growth <= FLAT,
    values: Object.fromEntries(rows.map(({ views }, row) => [String(views), sizes[row] ?? Number.NaN])),
  };
}

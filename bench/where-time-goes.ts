import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import autocannon from 'autocannon';
import { cpuTimeOf, cpuTimeOfChildren } from './cpu-time.ts';
import type { Request } from './requests.ts';
import { type Bench, serve } from './server.ts';

/** Processor time per request in milliseconds, by consumer; `idle`: unused time of the machine's cores. */
export type Spent = { server: number; database: number; load: number; idle: number };

export type Load = { perSecond: number; spent: Spent };

/** Sends requests as fast as they are answered, and measures their cost for the whole machine. */
export async function loadFor(seconds: number, connections: number, { url, headers }: Request): Promise<Load> {
  const before = { ...used(), at: performance.now() };
  const result = await autocannon({ url, headers, connections, duration: seconds });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx} answers were no pages.`);
  const after = { ...used(), at: performance.now() };
  const each = (milliseconds: number) => milliseconds / result.requests.total;
  const [server, database, load] = (['server', 'database', 'load'] as const).map((who) => after[who] - before[who]);
  const busy = { server: each(server ?? 0), database: each(database ?? 0), load: each(load ?? 0) };
  const all = each((after.at - before.at) * os.availableParallelism());
  return {
    perSecond: result.requests.average,
    spent: { ...busy, idle: Math.max(0, all - busy.server - busy.database - busy.load) },
  };
}

function used() {
  const { user, system } = process.cpuUsage();
  return { server: cpuTimeOfChildren(), database: cpuTimeOf('postgres'), load: (user + system) / 1000 };
}

/** The parts of a server's time, by the file that runs; the first match counts. */
const PARTS: readonly (readonly [part: string, file: RegExp])[] = [
  ['React and Next.js draw', /\/next\/dist\/compiled\/|react/],
  ['Next.js finds the page', /\/next\/dist\//],
  ['garbage', /^\(garbage collector\)$/],
  ['waiting', /^\((idle|program)\)$/],
  ['Prisma and pg', /\/(@prisma|pg|pg-[a-z-]+)\//],
  ['the product', /\/\.next\/server\//],
  ['Node.js: sockets, streams, compression', /^(node:|$)/],
];

type Profile = {
  nodes: { id: number; callFrame: { functionName: string; url: string } }[];
  samples: number[];
  timeDeltas: number[];
};

/** The shares of one server process's time while it answers `amount` requests, the largest first. */
export async function partsOf(
  databaseUrl: string,
  amount: number,
  requestTo: (server: Bench) => Promise<Request>,
): Promise<[part: string, share: number][]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'casebridge-profile-'));
  const profiling = `--cpu-prof --cpu-prof-interval=500 --cpu-prof-dir=${folder}`;
  {
    await using server = await serve(databaseUrl, { processes: '1', nodeOptions: profiling });
    const { url, headers } = await requestTo(server);
    await autocannon({ url, headers, connections: 4, amount });
  }
  const parts = new Map<string, number>();
  for (const file of readdirSync(folder))
    for (const [part, time] of timesIn(JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Profile))
      parts.set(part, (parts.get(part) ?? 0) + time);
  parts.delete('waiting');
  const all = [...parts.values()].reduce((sum, time) => sum + time, 0);
  return [...parts].map(([part, time]): [string, number] => [part, time / all]).toSorted((a, b) => b[1] - a[1]);
}

function* timesIn({ nodes, samples, timeDeltas }: Profile): Generator<[part: string, time: number]> {
  const partOfNode = new Map(nodes.map(({ id, callFrame }) => [id, partOf(callFrame)]));
  for (const [at, node] of samples.entries()) yield [partOfNode.get(node) ?? 'other', timeDeltas[at] ?? 0];
}

function partOf({ functionName, url }: { functionName: string; url: string }): string {
  const file = functionName.startsWith('(') && functionName.endsWith(')') ? functionName : url;
  return PARTS.find(([, pattern]) => pattern.test(file))?.[0] ?? 'other';
}

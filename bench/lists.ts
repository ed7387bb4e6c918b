import { parseListQuery } from '#lib/list/list-query.ts';
import { listTasks } from '#lib/list/list-tasks.ts';
import { db } from '#lib/platform/db.ts';
import { search } from '#lib/search/search.ts';
import { freshDatabase } from './database.ts';
import { aPerson, writeCases, writeNotes } from './populate.ts';
import type { Figure } from './report.ts';
import { type Bench, pageOf, serve } from './server.ts';
import { quantile, rounded, timeOf } from './statistics.ts';

const SIZES = [10_000, 100_000, 1_000_000];
const QUERIES = 200;
const PAGES = 60;
const TARGET_RATIO = 1.5;

type Kind = { name: string; of: 'case list' | 'search of everything'; params: Readonly<Record<string, string>> };

const kinds: readonly Kind[] = [
  { name: 'first page', of: 'case list', params: {} },
  { name: 'a rare word', of: 'case list', params: { q: 'zephyr' } },
  { name: 'a common word', of: 'case list', params: { q: 'router' } },
  { name: 'two words', of: 'case list', params: { q: 'router flickers' } },
  { name: 'everything, a part of a number', of: 'search of everything', params: { q: '105' } },
  { name: 'everything, a rare word', of: 'search of everything', params: { q: 'zephyr' } },
  { name: 'everything, two words', of: 'search of everything', params: { q: 'router flickers' } },
  { name: 'everything, a rare word of work notes', of: 'search of everything', params: { q: 'quetzal' } },
  { name: 'everything, a common word of work notes', of: 'search of everything', params: { q: 'checked' } },
];

type Measured = { query: number; page: number };

/** Q-4 · First page and search of the case list and the global search: by query and over HTTP, at growing sizes. */
export async function lists(): Promise<Figure[]> {
  const databaseUrl = await freshDatabase('bench_lists');
  await using server = await serve(databaseUrl);
  const bySize = new Map<number, Map<string, Measured>>();
  let there = 0;
  for (const size of SIZES) {
    await writeCases(size - there);
    await writeNotes();
    there = size;
    await settle();
    bySize.set(size, await measure(server, size));
  }
  return kinds.flatMap((kind) => figuresOf(kind, bySize));
}

/** Finishes the database's pending work after bulk writes, so that it does not slow the first measurement. */
async function settle(): Promise<void> {
  await db().$executeRawUnsafe('vacuum analyze');
  await db().$executeRawUnsafe('checkpoint');
}

/** Measures each list as a different agent: one user may not search so often (ACC-12). */
async function measure(server: Bench, size: number): Promise<Map<string, Measured>> {
  const measured = new Map<string, Measured>();
  for (const { name, of, params } of kinds) {
    const agent = await aPerson(`Agent ${size} ${name}`, [
      'sn_customerservice_agent',
      'sn_customerservice.consumer_agent',
    ]);
    const cookie = await server.signIn(agent.id ?? '');
    const isList = of === 'case list';
    const query = async () =>
      isList
        ? (await listTasks(agent, parseListQuery('case', params))).rows
        : (await search(agent, params.q ?? '')).hits;
    const address = `${server.url}/workspace/${isList ? 'cases' : 'search'}?${new URLSearchParams(params)}`;
    const rows = await query();
    if (rows.length === 0) throw new Error(`${name}: nothing was found.`);
    measured.set(name, {
      query: await p95(QUERIES, query),
      page: await p95(PAGES, () => pageOf(address, cookie)),
    });
  }
  return measured;
}

async function p95(times: number, work: () => Promise<unknown>): Promise<number> {
  for (let time = 0; time < 10; time++) await work();
  const took: number[] = [];
  for (let time = 0; time < times; time++) took.push(await timeOf(work));
  return quantile(took, 0.95);
}

function figuresOf({ name, of }: Kind, bySize: ReadonlyMap<number, ReadonlyMap<string, Measured>>): Figure[] {
  return (['query', 'page'] as const).map((way) => {
    const times = SIZES.map((size) => bySize.get(size)?.get(name)?.[way] ?? Number.NaN);
    const ratio = (times.at(-1) ?? Number.NaN) / (times[0] ?? Number.NaN);
    const shown = SIZES.map((size, index) => `${size.toLocaleString('en')}: ${rounded(times[index] ?? 0)} ms`);
    return {
      id: `Q-4 ${name} ${way === 'query' ? 'query' : 'over HTTP'}`,
      what: `${of}, ${name}, p95 of ${way === 'query' ? 'the query' : 'the page'}`,
      measured: `${shown.join(', ')}, ratio ${ratio.toFixed(2)}`,
      asked: `ratio at most ${TARGET_RATIO}`,
      met: ratio <= TARGET_RATIO,
      values: { ...Object.fromEntries(SIZES.map((size, index) => [String(size), times[index] ?? 0])), ratio },
    };
  });
}

import autocannon from 'autocannon';
import { db } from '#lib/platform/db.ts';
import { cpuTimeOfChildren } from './cpu-time.ts';
import { freshDatabase } from './database.ts';
import { writeCases } from './populate.ts';
import type { Figure } from './report.ts';
import { navigationTo, type Request } from './requests.ts';
import { serve } from './server.ts';
import { median, rounded } from './statistics.ts';
import { aTalkativeCase } from './talkative-case.ts';

const CASES = 10_000;
/** Largest cost of the global search, as a multiple of the case list's cost. */
const SEARCH = 1.2;
const MINE = 10;
/** Requests until the server's code is fully compiled: before that, the larger page costs more. */
const WARM_UP = 800;
const REQUESTS = 200;
const ROUNDS = 11;
const CONNECTIONS = 4;

type Page = { id: string; what: string; request: Request; times: number; kilobytes?: number };
type Cost = { cpu: number; perSecond: number; kilobytes: number };

/** Q-17 · A page's server processor time per request, compared to the trivial page of the same build. */
export async function pageCost(): Promise<Figure[]> {
  const databaseUrl = await freshDatabase('bench_page_cost');
  const { number, ava } = await aTalkativeCase();
  await writeCases(CASES);
  await giveWork(ava.id);
  await using server = await serve(databaseUrl);
  const cookie = await server.signIn(ava.id);
  const to = (path: string): Request => ({ url: `${server.url}${path}`, headers: { cookie } });
  const navigation = await navigationTo(to(`/workspace/cases/${number}`), '/workspace/cases');

  const trivial = to('/bench');
  const caseList = to('/workspace/cases?sort=number');
  const search = to(`/workspace/search?${new URLSearchParams({ q: 'router flickers' })}`);
  const pages: Page[] = [
    {
      id: 'case page',
      what: 'case page with a full timeline',
      request: to(`/workspace/cases/${number}`),
      times: 3,
      kilobytes: 110,
    },
    {
      id: 'case list',
      what: 'case list of 50 rows',
      request: caseList,
      times: 3,
      kilobytes: 150,
    },
    { id: 'home', what: 'home', request: to('/workspace'), times: 3 },
    { id: 'search', what: 'search of everything, a word of one case in seventy', request: search, times: 3 * SEARCH },
    { id: 'navigation', what: 'from the list to the case page, inside the app', request: navigation, times: 1.5 },
  ];
  const costs = await measure([trivial, ...pages.map(({ request }) => request)]);
  const floor = costs.get(trivial);
  if (!floor) throw new Error('The trivial page was not measured.');
  const [list, found] = [costs.get(caseList), costs.get(search)];
  if (!list || !found) throw new Error('The case list or the search was not measured.');
  return [
    ...pages.flatMap((page) => figuresOf(page, costs.get(page.request) ?? floor, floor)),
    againstList(found, list),
  ];
}

/** Compares the global search to the case list, with the same build and in the same minutes. */
function againstList(found: Cost, list: Cost): Figure {
  const ratio = found.cpu / list.cpu;
  return {
    id: 'Q-17 search against list',
    what: `the search of everything beside the list of ${CASES.toLocaleString('en')} cases, processor time of the server per request`,
    measured: `${rounded(found.cpu)} ms, case list ${rounded(list.cpu)} ms, ratio ${ratio.toFixed(2)}`,
    asked: `at most ${SEARCH} times the case list`,
    met: ratio <= SEARCH,
    values: { search: found.cpu, list: list.cpu, ratio },
  };
}

/** Assigns some cases to the agent, so that lists and home look as in daily work. */
async function giveWork(userId: string): Promise<void> {
  await db().$executeRaw`
    update tasks set assigned_to_id = ${userId}::uuid
    where id in (select id from tasks where active order by number limit ${MINE})`;
  await db().$executeRawUnsafe('vacuum analyze tasks');
}

/** Measures in rounds, so that a busy minute of the machine affects all requests alike. */
export async function measure(requests: readonly Request[]): Promise<Map<Request, Cost>> {
  const costs = new Map<Request, Cost[]>(requests.map((request) => [request, []]));
  for (const request of requests) await costOf(request, WARM_UP);
  for (let round = 0; round < ROUNDS; round++)
    for (const request of requests) costs.get(request)?.push(await costOf(request, REQUESTS));
  return new Map(
    requests.map((request) => {
      const rounds = costs.get(request) ?? [];
      return [
        request,
        { cpu: middle(rounds, 'cpu'), perSecond: middle(rounds, 'perSecond'), kilobytes: middle(rounds, 'kilobytes') },
      ];
    }),
  );
}

const middle = (rounds: readonly Cost[], name: keyof Cost) => median(rounds.map((cost) => cost[name]));

async function costOf({ url, headers }: Request, amount: number): Promise<Cost> {
  const before = cpuTimeOfChildren();
  const began = performance.now();
  // ACC-12: one person searches more often here than a person may.
  const uncounted = setInterval(() => {
    void db()
      .callCount.deleteMany()
      .then(() => {});
  }, 100);
  const result = await autocannon({ url, headers, connections: CONNECTIONS, amount });
  clearInterval(uncounted);
  const seconds = (performance.now() - began) / 1000;
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx} answers were no pages.`);
  const answer = await fetch(url, { headers });
  return {
    cpu: (cpuTimeOfChildren() - before) / amount,
    perSecond: amount / seconds,
    kilobytes: (await answer.arrayBuffer()).byteLength / 1000,
  };
}

export function figuresOf({ id, what, times, kilobytes: most }: Page, cost: Cost, floor: Cost): Figure[] {
  const ratio = cost.cpu / floor.cpu;
  const processorTime: Figure = {
    id: `Q-17 ${id}`,
    what: `${what}, processor time of the server per request`,
    measured: `${rounded(cost.cpu)} ms, trivial page ${rounded(floor.cpu)} ms, ratio ${ratio.toFixed(2)}`,
    asked: `at most ${rounded(times)} times the trivial page`,
    met: ratio <= times,
    because: `${rounded(cost.kilobytes)} kB are drawn, ${rounded(cost.perSecond)} a second at ${CONNECTIONS} connections; the trivial page has ${rounded(floor.kilobytes)} kB`,
    values: { ...cost, ratio, trivialCpu: floor.cpu, trivialPerSecond: floor.perSecond },
  };
  if (most === undefined) return [processorTime];
  const size: Figure = {
    id: `Q-17 ${id} size`,
    what: `${what}, HTML`,
    measured: `${rounded(cost.kilobytes)} kB`,
    asked: `at most ${most} kB`,
    met: cost.kilobytes <= most,
    values: { kilobytes: cost.kilobytes },
  };
  return [processorTime, size];
}

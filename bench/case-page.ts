import { get } from 'node:http';
import { freshDatabase } from './database.ts';
import type { Figure } from './report.ts';
import type { Request } from './requests.ts';
import { type Bench, pageOf, serve } from './server.ts';
import { median, rounded } from './statistics.ts';
import { aTalkativeCase } from './talkative-case.ts';
import { type Load, loadFor, partsOf, type Spent } from './where-time-goes.ts';

const ROUNDS = 3;
const SECONDS = 8;
const WARM_UP_SECONDS = 10;
/** Enough pages to profile where a server's time goes. */
const PROFILED = 2_000;
const CONNECTIONS = 10;
const SHARE = 0.5;
const KILOBYTES = 200;

/** Q-3, Q-5 · A case page with a full timeline, signed in: requests per second, and the JavaScript that it loads. */
export async function casePage(): Promise<Figure[]> {
  const databaseUrl = await freshDatabase('bench_case_page');
  const { number, ava } = await aTalkativeCase();
  const casePageOf = async (server: Bench): Promise<Request> => ({
    url: `${server.url}/workspace/cases/${number}`,
    headers: { cookie: await server.signIn(ava.id) },
  });
  const parts = await partsOf(databaseUrl, PROFILED, casePageOf);
  await using server = await serve(databaseUrl);
  const page = await casePageOf(server);
  const trivial = { ...page, url: `${server.url}/bench` };
  return [await throughput(page, trivial, parts), await javaScript(page)];
}

async function throughput(page: Request, trivial: Request, parts: [string, number][]): Promise<Figure> {
  const loads = { page: [] as Load[], trivial: [] as Load[] };
  for (const request of [page, trivial]) await loadFor(WARM_UP_SECONDS, CONNECTIONS, request);
  for (let round = 0; round < ROUNDS; round++) {
    loads.trivial.push(await loadFor(SECONDS, CONNECTIONS, trivial));
    loads.page.push(await loadFor(SECONDS, CONNECTIONS, page));
  }
  const [ours, floor] = [middle(loads.page), middle(loads.trivial)];
  const ratio = ours.perSecond / floor.perSecond;
  return {
    id: 'Q-3',
    what: `case page with a full timeline, ${CONNECTIONS} connections`,
    measured: `${rounded(ours.perSecond)}/s, trivial page ${rounded(floor.perSecond)}/s, ratio ${ratio.toFixed(2)}`,
    asked: `at least ${SHARE} of the trivial page`,
    met: ratio >= SHARE,
    because: `a page takes of the machine's cores ${inWords(ours.spent)}; the trivial page ${inWords(floor.spent)}. Of the server's time for a page: ${parts.map(([part, share]) => `${part} ${Math.round(share * 100)} %`).join(', ')}`,
    values: {
      page: ours.perSecond,
      trivial: floor.perSecond,
      ratio,
      ...ours.spent,
      trivialServer: floor.spent.server,
      trivialDatabase: floor.spent.database,
    },
  };
}

/** The complete round with the median rate: a round's figures belong together. */
function middle(loads: readonly Load[]): Load {
  const rate = median(loads.map(({ perSecond }) => perSecond));
  const load = loads.find(({ perSecond }) => perSecond === rate);
  if (!load) throw new Error('Nothing was measured.');
  return load;
}

const inWords = ({ server, database, load, idle }: Spent) =>
  `${rounded(server)} ms in the server, ${rounded(database)} in PostgreSQL, ${rounded(load)} in what asks, ${rounded(idle)} idle`;

/** The script bytes that the page's tags load, as transferred, and the number of files. */
export async function bytesOfScripts({
  url,
  headers: { cookie = '' },
}: Request): Promise<{ bytes: number; files: number }> {
  const html = await pageOf(url, cookie);
  const tags = html.match(/<(script|link)\b[^>]*>/g) ?? [];
  const sources = tags
    // The product supports only browsers with modules, which ignore `nomodule` scripts.
    .filter((tag) => !/\bnomodule\b/i.test(tag) && (tag.startsWith('<script') || /as="script"/.test(tag)))
    .flatMap((tag) => /\b(?:src|href)="([^"]+\.js[^"]*)"/.exec(tag)?.[1] ?? []);
  const files = new Set(sources);
  let bytes = 0;
  for (const source of files) bytes += await transferred(new URL(source, url).href);
  return { bytes, files: files.size };
}

async function javaScript(page: Request): Promise<Figure> {
  const { bytes, files } = await bytesOfScripts(page);
  const kilobytes = bytes / 1000;
  return {
    id: 'Q-5',
    what: `JavaScript of the case page, compressed, ${files} files`,
    measured: `${rounded(kilobytes)} kB`,
    asked: `at most ${KILOBYTES} kB`,
    met: kilobytes <= KILOBYTES && files > 0,
    values: { kilobytes, files },
  };
}

function transferred(address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(address, { headers: { 'accept-encoding': 'br' } }, (answer) => {
      let bytes = 0;
      answer.on('data', (part: Buffer) => (bytes += part.length));
      answer.on('end', () => resolve(bytes));
    }).on('error', reject);
  });
}

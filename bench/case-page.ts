import { get } from 'node:http';
import autocannon from 'autocannon';
import { createConsumer } from '#lib/customer/commands/create-consumer.ts';
import { readTimeline } from '#lib/journal/queries/timeline.ts';
import { system } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { createFromCase } from '#lib/related/commands/create-from-case.ts';
import { actorOfUser } from '#lib/session/actors.ts';
import { addEntry } from '#lib/task/commands/add-entry.ts';
import { createTask } from '#lib/task/commands/create-task.ts';
import { recordView } from '#lib/task/queries/record-view.ts';
import { freshDatabase } from './database.ts';
import { aPerson } from './populate.ts';
import type { Figure } from './report.ts';
import { pageOf, serve } from './server.ts';
import { median, rounded, timeOf } from './statistics.ts';

const ENTRIES = 60;
const ROUNDS = 3;
const SECONDS = 8;
const CONNECTIONS = 10;
const SHARE = 0.5;
const KILOBYTES = 200;

/** · A case page with a full timeline, signed in: requests per second, and the JavaScript that it loads. */
export async function casePage(): Promise<Figure[]> {
  const databaseUrl = await freshDatabase('bench_case_page');
  const { number, userId } = await aTalkativeCase();
  await using server = await serve(databaseUrl);
  const cookie = await server.signIn(userId);
  const page = `${server.url}/workspace/cases/${number}`;
  const trivial = `${server.url}/bench`;
  const queries = await timeOfQueries(userId, number);
  return [await throughput({ page, trivial, cookie, queries }), await javaScript(page, cookie)];
}

/** A case whose timeline fills a page, and who looks at it. */
export async function aTalkativeCase() {
  const ava = await aPerson('Ava Agent', ['sn_customerservice_agent', 'sn_customerservice.consumer_agent', 'itil']);
  const consumerId = await createConsumer(system, { name: 'Jane Doe' });
  const values = { shortDescription: 'The line is down', description: 'Since this morning.', consumerId };
  const { number } = await createTask(ava, { kind: 'case', values });
  const incident = await createFromCase(ava, { caseNumber: number, variant: 'incident', values: {} });
  for (let entry = 0; entry < ENTRIES; entry++) {
    const [kind, to] = entry % 3 === 0 ? (['incident', incident.number] as const) : (['case', number] as const);
    const text = `Entry ${entry}: the **router** of branch ${entry} answers again, the next one is being restarted.`;
    await addEntry(ava, { kind, number: to, type: entry % 2 === 0 ? 'comment' : 'work_note', text });
  }
  return { number, userId: ava.id ?? '' };
}

/** What the page asks the database, in milliseconds: the record with what stands around it, and its timeline. */
async function timeOfQueries(userId: string, number: string): Promise<number> {
  const actor = await actorOfUser(db(), userId);
  const { id } = await db().task.findUniqueOrThrow({ where: { number } });
  if (!actor) throw new Error('Nobody looks at the page.');
  const took: number[] = [];
  for (let time = 0; time < 50; time++)
    took.push(
      await timeOf(async () => {
        await recordView(actor, 'case', number);
        await readTimeline(actor, { kind: 'case', taskId: id, filter: 'all', before: null });
      }),
    );
  return median(took);
}

type Pages = { page: string; trivial: string; cookie: string; queries: number };

async function throughput({ page, trivial, cookie, queries }: Pages): Promise<Figure> {
  const took = { page: [] as number[], trivial: [] as number[] };
  const size = { page: 0, trivial: 0 };
  for (let time = 0; time < 30; time++) {
    size.page = (await pageOf(page, cookie)).length / 1000;
    size.trivial = (await pageOf(trivial, cookie)).length / 1000;
  }
  for (let round = 0; round < ROUNDS; round++) {
    took.trivial.push(await requestsPerSecond(trivial, cookie));
    took.page.push(await requestsPerSecond(page, cookie));
  }
  const [ours, floor] = [median(took.page), median(took.trivial)];
  const ratio = ours / floor;
  return {
    id: 'Q-3',
    what: `case page with a full timeline, ${CONNECTIONS} connections`,
    measured: `${rounded(ours)}/s, trivial page ${rounded(floor)}/s, ratio ${ratio.toFixed(2)}`,
    asked: `at least ${SHARE} of the trivial page`,
    met: ratio >= SHARE,
    because: `of ${rounded(1000 / ours)} ms for a page its queries take ${rounded(queries)} ms; the rest is to draw, compress and send ${Math.round(size.page)} kB of HTML, where the trivial page has ${Math.round(size.trivial)} kB`,
    values: { page: ours, trivial: floor, ratio, queries, kilobytes: size.page, trivialKilobytes: size.trivial },
  };
}

async function requestsPerSecond(url: string, cookie: string): Promise<number> {
  const result = await autocannon({ url, connections: CONNECTIONS, duration: SECONDS, headers: { cookie } });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx} answers were no pages.`);
  return result.requests.average;
}

/** The scripts that the page's own tags name, as they come over the line. */
async function javaScript(page: string, cookie: string): Promise<Figure> {
  const html = await pageOf(page, cookie);
  const tags = html.match(/<(script|link)\b[^>]*>/g) ?? [];
  const sources = tags
    // Browsers that know modules, and the product asks for no others, leave out what is for those that do not.
    .filter((tag) => !/\bnomodule\b/i.test(tag) && (tag.startsWith('<script') || /as="script"/.test(tag)))
    .flatMap((tag) => /\b(?:src|href)="([^"]+\.js[^"]*)"/.exec(tag)?.[1] ?? []);
  let bytes = 0;
  for (const source of new Set(sources)) bytes += await transferred(new URL(source, page).href);
  const kilobytes = bytes / 1000;
  return {
    id: 'Q-5',
    what: `JavaScript of the case page, compressed, ${new Set(sources).size} files`,
    measured: `${rounded(kilobytes)} kB`,
    asked: `at most ${KILOBYTES} kB`,
    met: kilobytes <= KILOBYTES && sources.length > 0,
    values: { kilobytes, files: new Set(sources).size },
  };
}

function transferred(address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(address, { headers: { 'accept-encoding': 'gzip' } }, (answer) => {
      let bytes = 0;
      answer.on('data', (part: Buffer) => (bytes += part.length));
      answer.on('end', () => resolve(bytes));
    }).on('error', reject);
  });
}

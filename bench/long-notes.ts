import { createConsumer } from '#lib/customer/commands/create-consumer.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { createTask } from '#lib/engine/commands/create-task.ts';
import { type Actor, system } from '#lib/platform/actor.ts';
import { freshDatabase } from './database.ts';
import { aPerson } from './populate.ts';
import type { Figure } from './report.ts';
import { type Bench, pageOf, serve } from './server.ts';
import { median, rounded, timeOf } from './statistics.ts';

const PEOPLE = 5;
const NOTES = 50;
const LENGTH = 32_000;
const ROUNDS = 5;
const PROBE_MS = 10;
const SLOWEST = 300;
const LONGEST_WAIT = 200;

/** Typical long texts of people and machines, and texts that are the most expensive to render. */
const passages = [
  'The **router** of branch 12 answers again, see https://example.com/a?b=1 and the `log`.\n\n- one\n- two\n\n',
  'at /srv/app/worker.js:12 in process (queue) <ops@example.com>\n',
  '*_',
  '[a](http://example.com) ',
  '- a\n  - b\n    - c\n      - d\n',
];

/** Q-19 · Five users open a record with long, never rendered notes at once, while other requests ask for health. */
export async function longNotes(): Promise<Figure[]> {
  const databaseUrl = await freshDatabase('bench_long_notes');
  const people = await Promise.all(Array.from({ length: PEOPLE }, (_, n) => anAgent(n)));
  const [writer] = people;
  if (!writer) throw new Error('Nobody writes.');
  const numbers: string[] = [];
  for (let round = 0; round <= ROUNDS; round++) numbers.push(await aCaseWithLongNotes(writer, round));
  await using server = await serve(databaseUrl);
  const cookies = await Promise.all(people.map(({ id }) => server.signIn(id ?? '')));
  const [first = '', ...others] = numbers;
  // This warms up the code, but not the notes of the other cases.
  for (const cookie of cookies) await pageOf(addressOf(server, first), cookie);
  const rounds: Round[] = [];
  for (const number of others) rounds.push(await openAtOnce(server, number, cookies));
  return [figureOf(rounds)];
}

const anAgent = (n: number) =>
  aPerson(`Agent ${n}`, ['sn_customerservice_agent', 'sn_customerservice.consumer_agent', 'itil']);

const addressOf = (server: Bench, number: string) => `${server.url}/workspace/cases/${number}`;

async function aCaseWithLongNotes(writer: Actor, round: number): Promise<string> {
  const consumerId = await createConsumer(system, { name: `Consumer ${round}` });
  const { number } = await createTask(writer, {
    kind: 'case',
    values: { shortDescription: 'The line is down', consumerId },
  });
  for (let note = 0; note < NOTES; note++) {
    const passage = passages[note % passages.length] ?? '';
    const text = `Round ${round}, note ${note}: ${passage.repeat(LENGTH / passage.length)}`.slice(0, LENGTH);
    await addEntry(writer, { kind: 'case', number, type: 'work_note', text });
  }
  return number;
}

type Round = { slowest: number; wait: number; kilobytes: number };

async function openAtOnce(server: Bench, number: string, cookies: readonly string[]): Promise<Round> {
  let opened = false;
  let kilobytes = 0;
  const waits: number[] = [];
  const probes = (async () => {
    while (!opened) {
      waits.push(await timeOf(() => fetch(`${server.url}/api/health`).then((answer) => answer.text())));
      await new Promise((resolve) => setTimeout(resolve, PROBE_MS));
    }
  })();
  const open = async (cookie: string) => {
    kilobytes = (await pageOf(addressOf(server, number), cookie)).length / 1000;
  };
  try {
    const took = await Promise.all(cookies.map((cookie) => timeOf(() => open(cookie))));
    return { slowest: Math.max(...took), wait: Math.max(...waits), kilobytes };
  } finally {
    opened = true;
    await probes;
  }
}

function figureOf(rounds: readonly Round[]): Figure {
  const [slowest, wait, kilobytes] = (['slowest', 'wait', 'kilobytes'] as const).map((what) =>
    median(rounds.map((round) => round[what])),
  ) as [number, number, number];
  return {
    id: 'Q-19',
    what: `a record with ${NOTES} notes of 32 kB, opened by ${PEOPLE} people at once, median of ${ROUNDS} rounds`,
    measured: `slowest ${rounded(slowest)} ms, ${Math.round(kilobytes)} kB each; another request waits ${rounded(wait)} ms at most`,
    asked: `under ${SLOWEST} ms, others wait under ${LONGEST_WAIT} ms`,
    met: slowest < SLOWEST && wait < LONGEST_WAIT,
    values: { slowest, wait, kilobytes },
  };
}

// `npm run bench -- stress --seconds 600`: many users at once on two server processes, then a check of the data they left.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createConsumer } from '#lib/customer/commands/create-consumer.ts';
import { createTask } from '#lib/engine/commands/create-task.ts';
import { system } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import { freshDatabase } from './database.ts';
import { faultsInJournals } from './journal-checker.ts';
import { aPerson } from './populate.ts';
import type { Figure } from './report.ts';
import type { Orders, Results } from './stress-worker.ts';

const PROCESSES = 2;
const PEOPLE = 4;
const ROLES = ['sn_customerservice_agent', 'sn_customerservice.consumer_agent', 'itil', 'approver_user'];

/** SYNC-000 · Random updates, comments, associations and removals at once: no deadlock, no error, no note missing or doubled. */
export async function stress(seconds: number): Promise<Figure[]> {
  const url = await freshDatabase('bench_stress');
  await db().property.update({
    where: { name: 'proactive_workflows_for_providers.additional_comments_sync' },
    data: { value: 'true' },
  });
  const customer = await createConsumer(system, { name: 'Jane Doe', roles: ['sn_customerservice.consumer'] });
  const staff = await Promise.all(Array.from({ length: PROCESSES * PEOPLE }, (_, n) => aPerson(`Person ${n}`, ROLES)));
  const { id: approvers } = await db().group.create({
    data: { name: 'CAB', members: { createMany: { data: staff.map(({ id }) => ({ userId: id })) } } },
  });
  const offers = [await anOffer('Cable', null), await anOffer('Laptop', approvers)];
  const [first] = staff;
  if (!first) throw new Error('There is nobody.');
  for (let n = 0; n < 12; n++)
    await createTask(first, { kind: 'case', values: { shortDescription: `Case ${n}`, consumerId: customer } });
  for (const kind of ['incident', 'problem', 'change'] as const)
    for (let n = 0; n < 3; n++) await createTask(first, { kind, values: { shortDescription: `${kind} ${n}` } });
  for (let n = 0; n < 3; n++)
    await createRequest(first, { items: offers.map((catalogItemId) => ({ catalogItemId, quantity: 1 })) });

  const until = Date.now() + seconds * 1000;
  const results = await Promise.all(
    Array.from({ length: PROCESSES }, (_, n) => {
      const people = staff.slice(n * PEOPLE, (n + 1) * PEOPLE).map(({ id }) => id ?? '');
      return worker(url, { staff: people, customer, approvers, offers, until, seed: n + 1 });
    }),
  );
  return [await verdict(seconds, results)];
}

async function anOffer(name: string, approvalGroupId: string | null): Promise<string> {
  const { id: categoryId } = await db().catalogCategory.create({ data: { name: `For ${name}` } });
  return (await db().catalogItem.create({ data: { name, categoryId, priceCents: 100, approvalGroupId } })).id;
}

function worker(url: string, orders: Orders): Promise<Results> {
  return new Promise((resolve, reject) => {
    const file = fileURLToPath(new URL('./stress-worker.ts', import.meta.url));
    const env = { ...process.env, DATABASE_URL: url };
    const child = fork(file, [JSON.stringify(orders)], { env, execArgv: ['--disable-warning=ExperimentalWarning'] });
    child.on('message', (results) => resolve(results as Results));
    child.on('exit', (code) => reject(new Error(`A worker ended with ${code}.`)));
  });
}

async function verdict(seconds: number, results: readonly Results[]): Promise<Figure> {
  const sum = (of: (each: Results) => number) => results.reduce((total, each) => total + of(each), 0);
  const seen = results.flatMap(({ faults }) => faults);
  const { wrong, notes, causes } = await faultsInJournals();
  const retried = await deadlocks();
  for (const each of [...seen, ...wrong].slice(0, 20)) console.error(each);
  const done = sum((each) => each.done);
  return {
    id: 'stress',
    what: `${PROCESSES * PEOPLE} people on ${PROCESSES} processes for ${seconds} s: ${done} commands, ${notes} notes of rules`,
    measured: `${retried} deadlocks, ${seen.length} errors seen, ${wrong.length} notes missing or doubled`,
    asked: 'none',
    met: retried + seen.length + wrong.length === 0,
    values: {
      seconds,
      done,
      refused: sum((each) => each.refused),
      causes,
      notes,
      deadlocks: retried,
      errors: seen.length,
      wrong: wrong.length,
    },
  };
}

/** Deadlocks that PostgreSQL ended. The product retries after one, so users would never notice a wrong lock order. */
async function deadlocks(): Promise<number> {
  const [row] = await db().$queryRaw<{ deadlocks: number }[]>`
    select deadlocks::int from pg_stat_database where datname = current_database()`;
  return row?.deadlocks ?? 0;
}

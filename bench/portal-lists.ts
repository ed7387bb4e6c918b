import type { Person } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { freshDatabase } from './database.ts';
import { aContact, writeCases, writeCasesOf } from './populate.ts';
import type { Figure } from './report.ts';
import { type Bench, pageOf, serve } from './server.ts';
import { quantile, rounded, timeOf } from './statistics.ts';

const SMALL = 100;
const LARGE = 10_000;
/** Each reader's own cases, the same number in both accounts. */
const OWN = 20;
const OTHERS = 10_000;
const TIMES = 1.5;
const LOOKS = 100;
const WARM_UP = 20;

/** The readers see, in this order: their own cases, those of the account, and also those of the accounts below it. */
const readers = {
  customer: 'sn_customerservice.customer',
  'account administrator': 'sn_customerservice.customer_admin',
  'case manager': 'sn_customerservice.customer_case_manager',
} as const;

const pages = {
  home: '/portal',
  'all cases': '/portal/lists',
  'action needed': '/portal/lists?list=action',
  requests: '/portal/requests',
  'a search': '/portal/lists?q=zephyr',
} as const;

type Reader = keyof typeof readers;
type Account = { size: number; people: Record<Reader, Person> };

/** Q-17 · Home and lists of the portal: an account of ten thousand cases compared to one of a hundred in the same database. */
export async function portalLists(): Promise<Figure[]> {
  const databaseUrl = await freshDatabase('bench_portal_lists');
  await writeCases(OTHERS);
  const accounts = [await anAccount('Small', SMALL), await anAccount('Large', LARGE)] as const;
  await db().$executeRawUnsafe('vacuum analyze');
  await db().$executeRawUnsafe('checkpoint');
  await using server = await serve(databaseUrl);
  const figures: Figure[] = [];
  for (const reader of Object.keys(readers) as Reader[])
    for (const [name, path] of Object.entries(pages)) {
      const [small, large] = await timesOf(server, accounts, reader, path);
      figures.push(figureOf(`${name}, ${reader}`, small, large));
    }
  return figures;
}

async function anAccount(name: string, size: number): Promise<Account> {
  const person = (reader: Reader) => aContact(name, `${name} ${reader}`, readers[reader]);
  const people = {
    customer: await person('customer'),
    'account administrator': await person('account administrator'),
    'case manager': await person('case manager'),
  };
  const silent = await aContact(name, `${name} silent`, 'sn_customerservice.customer');
  for (const { id } of Object.values(people)) await writeCasesOf(id, OWN);
  await writeCasesOf(silent.id, size - 3 * OWN);
  return { size, people };
}

/** The p95 of the page for both accounts, loaded in turn, so that a busy minute affects both. */
async function timesOf(server: Bench, accounts: readonly [Account, Account], reader: Reader, path: string) {
  const looks = await Promise.all(
    accounts.map(async ({ people }) => {
      const cookie = await server.signIn(people[reader].id);
      return () => pageOf(`${server.url}${path}`, cookie);
    }),
  );
  const took: number[][] = looks.map(() => []);
  for (let look = 0; look < WARM_UP + LOOKS; look++)
    for (const [at, page] of looks.entries()) {
      const time = await timeOf(page);
      if (look >= WARM_UP) took[at]?.push(time);
    }
  return took.map((times) => quantile(times, 0.95)) as [number, number];
}

function figureOf(what: string, small: number, large: number): Figure {
  const ratio = large / small;
  return {
    id: `Q-17 portal ${what}`,
    what: `portal, ${what}, p95 of the page`,
    measured: `${SMALL} cases: ${rounded(small)} ms, ${LARGE.toLocaleString('en')}: ${rounded(large)} ms, ratio ${ratio.toFixed(2)}`,
    asked: `ratio at most ${TIMES}`,
    met: ratio <= TIMES,
    values: { small, large, ratio },
  };
}

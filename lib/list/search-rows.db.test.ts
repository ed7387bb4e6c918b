import { beforeAll, describe, expect, it } from 'vitest';
import { readableOf } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { wordsQuery } from '#lib/record/search.ts';
import { type World, world } from '#lib/testing/world.ts';
import { searchRows } from './search-rows.ts';

type Row = { id: string };
/** A node of a PostgreSQL query plan. */
type Step = {
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Step[];
};

const CASES = 20_000;
const LIMIT = 6;
/** A hundredth and a tenth of the product's bounds, so that few cases count as many. */
const bounds = { look: 100, sort: 500 };
const columns = Prisma.sql`t.id, t.updated_at`;
const order = Prisma.sql`t.updated_at desc, t.id desc`;

let w: World;

beforeAll(async () => {
  w = await world();
  // One case in five mentions a router and one in five flickers, so one in 25 has both; half belong to a consumer.
  await db().$executeRaw`
    insert into tasks (kind, number, short_description, state, contact_id, consumer_id, opened_at, created_at, updated_at)
    select 'case', 'CS' || lpad(nextval('case_numbers')::text, 7, '0'),
      (array['router', 'line', 'mail', 'branch', 'login'])[1 + n % 5] || ' '
        || (array['flickers', 'fails', 'is slow', 'rings', 'is lost'])[1 + n / 5 % 5]
        || case when n % 2000 = 0 then ' zephyr' else '' end || case when n > ${CASES / 2}::int then ' outdated' else '' end,
      'open', case when n % 2 = 0 then ${w.cora.id}::uuid end, case when n % 2 = 1 then ${w.jane.id}::uuid end,
      now(), now(), now() - make_interval(mins => n)
    from generate_series(1, ${CASES}::int) n`;
  await db().$executeRawUnsafe('vacuum analyze tasks');
}, 60_000);

const searchOf = (actor: Actor, text: string) => ({
  tasks: Prisma.sql`tasks`,
  columns,
  words: wordsQuery('case', text),
  condition: Prisma.sql`t.kind = 'case'::task_kind and (${readableOf('case', actor)})`,
  order,
  limit: LIMIT,
});

/** The search result, and how many table and index entries were read for it. */
async function search(actor: Actor, text: string, within = bounds) {
  let read = 0;
  const found = await searchRows<Row>(
    searchOf(actor, text),
    async (from) => {
      const first = Prisma.sql`select * from ${from} t order by ${order} limit ${LIMIT}`;
      const [explained] = await db().$queryRaw<{ 'QUERY PLAN': [{ Plan: Step }] }[]>`
        explain (analyze, format json) select * from ${from} t`;
      read += explained ? readBy(explained['QUERY PLAN'][0].Plan) : 0;
      const [all] = await db().$queryRaw<{ count: number }[]>`select count(*)::int as count from ${from} t`;
      return { rows: await db().$queryRaw<Row[]>(first), found: all?.count ?? 0 };
    },
    within,
  );
  return { ...found, read };
}

function readBy(step: Step): number {
  const reads = step['Relation Name'] || step['Index Name'];
  const own = reads ? (step['Actual Rows'] + (step['Rows Removed by Filter'] ?? 0)) * step['Actual Loops'] : 0;
  return (step.Plans ?? []).reduce((sum, each) => sum + readBy(each), own);
}

/** The same search as one plain query. */
async function searchedPlainly(actor: Actor, text: string): Promise<Row[]> {
  const { words, condition } = searchOf(actor, text);
  return db().$queryRaw<Row[]>`
    select ${columns} from (select * from tasks offset 0) t where ${condition} and t.search @@ ${words}
    order by ${order} limit ${LIMIT}`;
}

describe('a search in a list of many', () => {
  it.each(['router', 'router flickers', 'router flickers outdated', 'outdated', 'zephyr', 'router zephyr', 'marimba'])(
    'for "%s" shows every reader the newest matches in their order',
    async (text) => {
      for (const actor of [w.ava, w.pat, w.cleo, w.cora, w.jane, w.ian])
        expect((await search(actor, text)).rows, actor.name).toEqual(await searchedPlainly(actor, text));
    },
  );

  it.each([1, 7, 60, 700])('the same after a first look at %i rows, wherever the ways part', async (look) => {
    for (const text of ['router zephyr', 'zephyr', 'router flickers', 'outdated'])
      for (const sort of [1, 9, 10, 5_000])
        expect((await search(w.ava, text, { look, sort })).rows, `${text}, ${sort}`).toEqual(
          await searchedPlainly(w.ava, text),
        );
  });

  it('as many matches as are sorted at most are counted, one more is not', async () => {
    expect(await search(w.ava, 'zephyr', { look: 100, sort: 10 })).toMatchObject({ matches: 10 });
    expect(await search(w.ava, 'zephyr', { look: 100, sort: 9 })).toMatchObject({ matches: null });
  });

  it('a phrase in one of 25 rows is found quickly, however many match in all', async () => {
    const { rows, matches, read } = await search(w.ava, 'router flickers');
    expect([rows.length, matches]).toEqual([LIMIT, null]);
    // A first scan, then a scan from the top to the sixth match. There are 800 matches; each word occurs in 4,000 cases.
    expect(read).toBeLessThanOrEqual(bounds.look + 25 * (LIMIT + 1));
  });

  it('a common word ends the walk with the page, a rare one is read from the index and counted', async () => {
    expect((await search(w.ava, 'router')).read).toBeLessThanOrEqual(5 * (LIMIT + 1));
    const rare = await search(w.ava, 'zephyr');
    expect(rare).toMatchObject({ matches: 10 });
    // The index returns the ten matches, and their rows are read.
    expect(rare.read).toBeLessThanOrEqual(bounds.look + 2 * 10);
  });
});

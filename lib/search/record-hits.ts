import { readableOf, readableTasks } from '#lib/access/readable.ts';
import { type SearchBounds, searchTable } from '#lib/list/search-rows.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { type TaskKind, taskKinds } from '#lib/record/kind.ts';
import { textQuery } from '#lib/record/search.ts';
import { numberRanges, type TypedNumber } from '#lib/record/typed-number.ts';
import { type Candidate, HITS_READ, type RecordRow, recordCandidate, recordColumns } from './candidate.ts';

/** Of the numbers that begin with what was typed, so many of each length are looked at, the last given ones. */
const NUMBERS_LOOKED_AT = 100;

/** A word that stands in one of eighty is found in the first look, whatever the size of the table. */
const bounds: SearchBounds = { look: 4_000, sort: 5_000 };

/** ACC-6 · Records by their numbers, also without prefix and zeros or by the beginning. */
export async function recordsByNumber(
  actor: Actor,
  typed: TypedNumber,
  kinds: readonly TaskKind[],
): Promise<Candidate[]> {
  const meant = kinds.flatMap((kind) => {
    const numbers = numberRanges(typed, taskKinds[kind].prefix);
    if (!numbers) return [];
    const { exact, ranges } = numbers;
    return [
      { kind, low: exact, high: exact, rank: 'number' },
      ...ranges.map(([low, high]) => ({ kind, low, high, rank: 'number-prefix' })),
    ];
  });
  if (meant.length === 0) return [];
  const rows = await db().$queryRaw<(RecordRow & { rank: 'number' | 'number-prefix' })[]>`
    select ${recordColumns}, t.updated_at as at, m.rank
    from jsonb_to_recordset(${JSON.stringify(meant)}::jsonb) m(kind task_kind, low text, high text, rank text)
    cross join lateral (select * from tasks t where t.kind = m.kind and t.number between m.low and m.high
      order by t.number desc limit ${NUMBERS_LOOKED_AT}) t
    where ${readableTasks(actor)}
    order by m.rank, t.updated_at desc, t.id desc limit ${HITS_READ}`;
  return rows.map(({ rank, ...row }): Candidate => ({ ...recordCandidate(row), rank, place: 'number' }));
}

/** What the newest records of the kinds hold: how many of each were looked at, how many have the words, and the best of these. */
type FirstLook = { looks: { kind: TaskKind; looked: number; found: number }[]; rows: FoundRow[] };

type FoundRow = RecordRow & { titled: boolean };

const columns = Prisma.sql`t.id, t.kind, t.number, t.short_description, t.state, t.updated_at, t.search`;
const order = Prisma.sql`t.updated_at desc, t.id desc`;
const isTitled = (query: Prisma.Sql) => Prisma.sql`ts_filter(t.search, '{a}') @@ ${query}`;
const readableOfKind = (actor: Actor, kind: TaskKind) =>
  Prisma.sql`t.kind = ${kind}::task_kind and (${readableOf(kind, actor)})`;

/** One query for all kinds: most have so few records that nothing else has to be asked. */
async function firstLook(
  actor: Actor,
  query: Prisma.Sql,
  kinds: readonly TaskKind[],
  look: number,
): Promise<FirstLook> {
  const newest = kinds.map(
    (kind) => Prisma.sql`(select t.id, t.kind, t.search @@ ${query} as hit from tasks t
      where ${readableOfKind(actor, kind)} order by ${order} limit ${look})`,
  );
  const [row] = await db().$queryRaw<(Omit<FirstLook, 'rows'> & { rows: (Omit<FoundRow, 'at'> & { at: string })[] })[]>`
    with looked as materialized (${Prisma.join(newest, ' union all ')}),
    best as (
      select ${recordColumns}, t.updated_at as at, ${isTitled(query)} as titled
      from looked l join tasks t using (id) where l.hit order by titled desc, ${order} limit ${HITS_READ})
    select
      (select coalesce(json_agg(k), '[]') from (
        select kind, count(*)::int as looked, (count(*) filter (where hit))::int as found from looked group by kind) k) as looks,
      (select coalesce(json_agg(best), '[]') from best) as rows`;
  const { looks = [], rows = [] } = row ?? {};
  return { looks, rows: rows.map(({ at, ...each }) => ({ ...each, at: new Date(at) })) };
}

/**
 * ACC-6, Q-4 · Records by words, those first that have all of them in the short description. Of a common word the newest
 * records of each kind are looked through, of a rare one all.
 */
export async function recordsByWords(
  actor: Actor,
  words: string,
  kinds: readonly TaskKind[],
  within: SearchBounds = bounds,
): Promise<Candidate[]> {
  if (kinds.length === 0) return [];
  const query = textQuery(words);
  const { looks, rows } = await firstLook(actor, query, kinds, within.look);
  // Of these kinds there are older records, and too few of the newer ones have the words.
  const older = looks.filter(({ looked, found }) => looked === within.look && found < HITS_READ);
  const further = await Promise.all(
    older.map(({ kind, found }) => furtherRecords(actor, query, { kind, found }, within)),
  );
  return [...rows.filter(({ kind }) => !older.some((each) => each.kind === kind)), ...further.flat()].map(
    (row): Candidate => ({
      ...recordCandidate(row),
      rank: row.titled ? 'title' : 'text',
      place: row.titled ? 'title' : 'description',
    }),
  );
}

/** Records of one kind, `found` of whose newest have the words. */
async function furtherRecords(
  actor: Actor,
  query: Prisma.Sql,
  { kind, found }: { kind: TaskKind; found: number },
  within: SearchBounds,
): Promise<FoundRow[]> {
  const readable = readableOfKind(actor, kind);
  const { rows } = await searchTable<FoundRow>(
    {
      name: 'tasks',
      walk: (count) => Prisma.sql`(select * from (
        select ${columns} from tasks t where ${readable} order by ${order} limit ${count}) t where t.search @@ ${query})`,
      matching: Prisma.sql`select ${columns} from tasks t where ${readable} and t.search @@ ${query}`,
      order,
      limit: HITS_READ,
    },
    async (from) => {
      const read = await db().$queryRaw<(FoundRow & { found: number })[]>`
        with found as materialized (select * from ${from} f)
        select ${recordColumns}, t.updated_at as at, ${isTitled(query)} as titled,
          (select count(*)::int from found) as found
        from found t order by titled desc, ${order} limit ${HITS_READ}`;
      return { rows: read, found: read[0]?.found ?? 0 };
    },
    within,
    { rows: [], found },
  );
  return rows;
}

import { readableOf, readableTasks } from '#lib/access/readable.ts';
import { type SearchBounds, searchTable } from '#lib/list/search-rows.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { type TaskKind, taskKinds } from '#lib/record/kind.ts';
import { textQuery } from '#lib/record/search.ts';
import { numberRanges, type TypedNumber } from '#lib/record/typed-number.ts';
import { type Candidate, HITS_READ, type RecordRow, recordCandidate, recordColumns } from './candidate.ts';

/** Numbers examined per length that begin with the typed digits, newest first. */
const NUMBERS_LOOKED_AT = 100;

/** The first look finds a word that occurs in one of eighty records, whatever the table's size. */
const bounds: SearchBounds = { look: 4_000, sort: 5_000 };

/** ACC-6 · Records by number. The prefix and leading zeros are optional; the beginning of a number is enough. */
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

/** The newest records of each kind: how many were examined, how many match, and the best matches. */
type FirstLook = { looks: { kind: TaskKind; looked: number; found: number }[]; rows: FoundRow[] };

type FoundRow = RecordRow & { titled: boolean };

const columns = Prisma.sql`t.id, t.kind, t.number, t.short_description, t.state, t.updated_at, t.search`;
const order = Prisma.sql`t.updated_at desc, t.id desc`;
const isTitled = (query: Prisma.Sql) => Prisma.sql`ts_filter(t.search, '{a}') @@ ${query}`;
const readableOfKind = (actor: Actor, kind: TaskKind) =>
  Prisma.sql`t.kind = ${kind}::task_kind and (${readableOf(kind, actor)})`;

/** One query for all kinds. Most kinds have so few records that no second query is needed. */
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
 * ACC-6, Q-4 · Records by words; records with all words in the short description come first. For a common word only the newest
 * records of each kind are searched, for a rare word all.
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
  // These kinds have older records, and too few of the newer ones match.
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

/** Records of one kind; `found` of the newest ones match. */
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

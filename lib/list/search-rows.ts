import { db, Prisma } from '#lib/platform/db.ts';

type Search = {
  tasks: Prisma.Sql;
  columns: Prisma.Sql;
  words: Prisma.Sql;
  condition: Prisma.Sql;
  order: Prisma.Sql;
  limit: number;
};

/** A table whose words have an index, and two ways to its matches. */
export type SearchedTable = {
  name: 'tasks' | 'journal_texts';
  /** Those among so many of the first rows in `order`. */
  walk: (rows: number) => Prisma.Sql;
  /** All of them, from the index. */
  matching: Prisma.Sql;
  order: Prisma.Sql;
  /** So many rows are wanted. */
  limit: number;
  /** So many matches are read where there are too many to read all: `limit`, unless a row needs more than one. */
  newest?: number;
};

/** The first rows of a query of `columns`, in the order of the list, and how many it has: `limit` of them are enough. */
type Read<Row> = (from: Prisma.Sql) => Promise<{ rows: Row[]; found: number }>;

/** `matches`: how many there are in all, where every one was found. */
type FoundRows<Row> = { rows: Row[]; matches: number | null };

/**
 * `look`: so many rows of the list are looked through first, where a word that stands in one of twenty is found.
 * `sort`: so many matches of the index of words are sorted at most.
 */
export type SearchBounds = { look: number; sort: number };

const listBounds: SearchBounds = { look: 1_000, sort: 5_000 };

/** Q-4 · The first matches of words in the order of a list of tasks. */
export function searchRows<Row>(
  search: Search,
  read: Read<Row>,
  bounds: SearchBounds = listBounds,
): Promise<FoundRows<Row>> {
  const { tasks, columns, words, condition, order, limit } = search;
  const matching = Prisma.sql`select ${columns} from ${tasks} t where ${condition} and t.search @@ ${words}`;
  return searchTable({ name: 'tasks', walk: (rows) => walk(search, rows), matching, order, limit }, read, bounds);
}

/** The matches among so many rows of the list. It stops at the last that is wanted: both orders are one to the planner. */
function walk({ tasks, columns, words, condition, order, limit }: Search, rows: number): Prisma.Sql {
  return Prisma.sql`(select ${columns} from (select ${columns}, t.search from ${tasks} t where ${condition} order by ${order} limit ${rows}) t
    where t.search @@ ${words} order by ${order} limit ${limit})`;
}

/**
 * Q-4 · The first matches in an order. How common words are, nobody knows before: what the newest rows hold
 * tells whether it is less work to walk on through the list or to read all matches from the index of words. The walk ends
 * with the page, so that the work depends on how common the words are and not on how many records there are.
 * `looked`: what the first look has found, where it was taken already.
 */
export async function searchTable<Row>(
  table: SearchedTable,
  read: Read<Row>,
  { look, sort }: SearchBounds,
  looked?: { rows: Row[]; found: number },
): Promise<FoundRows<Row>> {
  const { name, walk: walkThrough, matching, order, limit, newest = limit } = table;
  const first = looked ?? (await read(walkThrough(look)));
  if (first.rows.length === limit) return { rows: first.rows, matches: null };

  const toWalk = Math.ceil((look * limit) / first.found);
  // To find a match by the index costs twice what a step of the walk does: its words are looked up, all of them.
  if (first.found > 0 && toWalk < (2 * first.found * (await estimatedRows(name))) / look) {
    const { rows } = await read(walkThrough(2 * toWalk));
    if (rows.length === limit) return { rows, matches: null };
  }

  const { rows, found } = await read(Prisma.sql`(${matching} limit ${sort + 1})`);
  if (found <= sort) return { rows, matches: found };
  // Common once, and rare of late: where they are, the planner guesses best.
  return { rows: (await read(Prisma.sql`(${matching} order by ${order} limit ${newest})`)).rows, matches: null };
}

/** How many rows a table has, as the database last counted. */
async function estimatedRows(table: string): Promise<number> {
  const [row] = await db().$queryRaw<{ rows: number }[]>`
    /* prepared */ select greatest(reltuples, 0)::float8 as rows from pg_class where oid = ${table}::text::regclass`;
  return row?.rows ?? 0;
}

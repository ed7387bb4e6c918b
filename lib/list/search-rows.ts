import { db, Prisma } from '#lib/platform/db.ts';

type Search = {
  tasks: Prisma.Sql;
  columns: Prisma.Sql;
  words: Prisma.Sql;
  condition: Prisma.Sql;
  order: Prisma.Sql;
  limit: number;
};

/** A table with a full-text index, and two strategies to find matches. */
export type SearchedTable = {
  name: 'tasks' | 'journal_texts';
  /** The matches among the first `rows` rows in `order`. */
  walk: (rows: number) => Prisma.Sql;
  /** All matches, from the index. */
  matching: Prisma.Sql;
  order: Prisma.Sql;
  /** The number of rows wanted. */
  limit: number;
  /** How many of the newest matches to read when there are too many to read all: `limit`, unless a row needs more than one. */
  newest?: number;
};

/** Reads the first rows of a query of `columns`, in list order, and how many it has; counting may stop at `limit`. */
type Read<Row> = (from: Prisma.Sql) => Promise<{ rows: Row[]; found: number }>;

/** `matches`: the total, if every match was found. */
type FoundRows<Row> = { rows: Row[]; matches: number | null };

/**
 * `look`: how many rows of the list are scanned first; enough to fill a page if one row in twenty matches. `sort`: the most
 * matches of the full-text index that are sorted.
 */
export type SearchBounds = { look: number; sort: number };

const listBounds: SearchBounds = { look: 1_000, sort: 5_000 };

/** Q-4 · The first matches of a search text in a list of tasks, in list order. */
export function searchRows<Row>(
  search: Search,
  read: Read<Row>,
  bounds: SearchBounds = listBounds,
): Promise<FoundRows<Row>> {
  const { tasks, columns, words, condition, order, limit } = search;
  const matching = Prisma.sql`select ${columns} from ${tasks} t where ${condition} and t.search @@ ${words}`;
  return searchTable({ name: 'tasks', walk: (rows) => walk(search, rows), matching, order, limit }, read, bounds);
}

/** The matches among the first `rows` rows of the list. Stops at `limit`: the planner sees that both orders are the same. */
function walk({ tasks, columns, words, condition, order, limit }: Search, rows: number): Prisma.Sql {
  return Prisma.sql`(select ${columns} from (select ${columns}, t.search from ${tasks} t where ${condition} order by ${order} limit ${rows}) t
    where t.search @@ ${words} order by ${order} limit ${limit})`;
}

/**
 * Q-4 · The first matches in an order. How common the search text is cannot be known in advance. A scan of the newest rows
 * shows whether it is cheaper to scan further or to read all matches from the full-text index. The scan ends when the page is
 * full, so the cost depends on how common the text is, not on the size of the table. `looked`: the result of the first scan,
 * if it already ran.
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
  // A match from the index costs about twice as much as a scanned row, because the index returns every match.
  if (first.found > 0 && toWalk < (2 * first.found * (await estimatedRows(name))) / look) {
    const { rows } = await read(walkThrough(2 * toWalk));
    if (rows.length === limit) return { rows, matches: null };
  }

  const { rows, found } = await read(Prisma.sql`(${matching} limit ${sort + 1})`);
  if (found <= sort) return { rows, matches: found };
  // Common overall but rare lately: let the planner choose the strategy.
  return { rows: (await read(Prisma.sql`(${matching} order by ${order} limit ${newest})`)).rows, matches: null };
}

/** The row count by the database's last statistics. */
async function estimatedRows(table: string): Promise<number> {
  const [row] = await db().$queryRaw<{ rows: number }[]>`
    /* prepared */ select greatest(reltuples, 0)::float8 as rows from pg_class where oid = ${table}::text::regclass`;
  return row?.rows ?? 0;
}

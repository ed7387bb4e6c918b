import { writableOf } from '#lib/access/readable.ts';
import { personOf } from '#lib/kinds/person-sql.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { type PageDirection, pageOf } from '#lib/platform/keyset.ts';
import { MAX_COUNTED } from '#lib/record/counted.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { wordsQuery } from '#lib/record/search.ts';
import { listAfter, listCondition, listedTasks, listOrder, orderColumns } from './condition.ts';
import type { ListQuery } from './list-query.ts';
import { searchRows } from './search-rows.ts';
import type { Cursor, Sort } from './sorts.ts';

export type ListRow = {
  id: string;
  number: string;
  version: number;
  shortDescription: string;
  state: string;
  /** CASE-11 · The customer has commented on the proposed solution. */
  answered: boolean;
  /** ACC-13 · Whether the actor may write into it, as far as the roles decide that for its kind. */
  writable: boolean;
  priority: number;
  openedAt: Date;
  updatedAt: Date;
  account: string | null;
  /** The contact or consumer of a case, the caller of an incident. */
  person: string | null;
  group: string | null;
  assignee: string | null;
};

/** A page of a list. `matches`: the total that a search found, if known. */
export type ListPage = { rows: ListRow[]; next: Cursor | null; previous: Cursor | null; matches: number | null };

export const PAGE_SIZE = 50;

const rowColumns = Prisma.sql`t.id, t.kind, t.number, t.version, t.short_description, t.state, t.priority, t.opened_at, t.updated_at,
  t.account_id, t.contact_id, t.consumer_id, t.assignment_group_id, t.assigned_to_id`;

/** CASE-11 · Computed only for cases in Resolved. */
const answeredSql = (kind: TaskKind) =>
  kind === 'case'
    ? Prisma.sql`t.state = 'resolved' and exists (select from cases own where own.id = t.id and own.answered_at is not null)`
    : Prisma.sql`false`;

async function rowsOf(actor: Actor, kind: TaskKind, from: Prisma.Sql, order: Prisma.Sql, limit: number) {
  const rows = await db().$queryRaw<(ListRow & { found: number })[]>`
    with found as materialized (select * from ${from} f),
    t as (select * from found t order by ${order} limit ${limit})
    select t.id, t.number, t.version, t.short_description as "shortDescription", t.state, t.priority,
           ${answeredSql(kind)} as answered, (${writableOf(kind, actor)}) as writable, t.opened_at as "openedAt", t.updated_at as "updatedAt", a.name as account, p.name as person,
           g.name as "group", u.name as assignee, (select count(*)::int from found) as found
    from t
    left join accounts a on a.id = t.account_id
    left join users p on p.id = ${personOf(kind)}
    left join groups g on g.id = t.assignment_group_id
    left join users u on u.id = t.assigned_to_id
    order by ${order}`;
  const found = rows[0]?.found ?? 0;
  return { rows: rows.map(({ found: _found, ...row }): ListRow => row), found };
}

/** Q-4 · A page of 50 by keyset: the cost does not grow with the table. */
export async function listTasks(actor: Actor, query: ListQuery, size = PAGE_SIZE): Promise<ListPage> {
  const { kind, words, sort, page } = query;
  const direction: Sort = directionOf(page) === 'before' ? { ...sort, descending: !sort.descending } : sort;
  const cursor = page && ('after' in page ? page.after : page.before);
  const listed = listCondition(actor, query);
  const condition = cursor ? Prisma.sql`${listed} and ${listAfter(kind, direction, cursor)}` : listed;
  const order = listOrder(direction);
  const limit = size + 1;
  const tasks = listedTasks(sort);
  const columns = Prisma.sql`${rowColumns}${orderColumns(sort)}`;

  if (!words) {
    const from = Prisma.sql`(select ${columns} from ${tasks} t where ${condition} order by ${order} limit ${limit})`;
    const { rows } = await rowsOf(actor, kind, from, order, limit);
    return listPage(rows, query, size, null);
  }
  const search = { tasks, columns, words: wordsQuery(kind, words), condition, order, limit };
  const { rows, matches } = await searchRows(search, (from) => rowsOf(actor, kind, from, order, limit));
  return listPage(rows, query, size, cursor ? null : matches);
}

function directionOf(page: ListQuery['page']): PageDirection {
  if (!page) return 'first';
  return 'before' in page ? 'before' : 'after';
}

function listPage(read: ListRow[], { sort, page }: ListQuery, size: number, matches: number | null): ListPage {
  const { rows, next, previous } = pageOf(read, size, directionOf(page));
  return { rows, next: next && cursorOf(next, sort), previous: previous && cursorOf(previous, sort), matches };
}

function cursorOf(row: ListRow, { by }: Sort): Cursor {
  const values = {
    number: row.number,
    title: row.shortDescription,
    state: row.state,
    priority: String(row.priority),
    opened: row.openedAt.toISOString(),
    updated: row.updatedAt.toISOString(),
    account: row.account ?? '',
    person: row.person ?? '',
    assignee: row.assignee ?? '',
  };
  return { value: values[by], id: row.id };
}

/** How many records a list has, ignoring search text; counting stops at `MAX_COUNTED`. */
export async function countTasks(actor: Actor, query: Pick<ListQuery, 'kind' | 'filters'>): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    select count(*)::int as count
    from (select from tasks t where ${listCondition(actor, query)} limit ${MAX_COUNTED + 1}) counted`;
  return row?.count ?? 0;
}

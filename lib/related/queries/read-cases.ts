import { seesOnlyCaseStates } from '#lib/access/policy.ts';
import { readableOf } from '#lib/access/readable.ts';
import { type PriorityShown, priorityShown, type StateShown, stateShown } from '#lib/kinds/state-shown.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { pathOfNumber } from '#lib/record/kind.ts';

const PAGE = 50;

/** A case of a record. Users who see cases in part get number and state; others get only cases that they may see. */
export type CaseShown = {
  number: string;
  state: StateShown;
  seen: {
    href: string;
    title: string;
    priority: PriorityShown;
    customer: string;
    updatedAt: string;
  } | null;
  /** Major cases have no customer. */
  isMajor: boolean;
};

export type CaseRow = {
  number: string;
  state: string;
  readable: boolean;
  title: string;
  priority: number;
  customer: string;
  updatedAt: Date;
  accountId: string | null;
  contactId: string | null;
  consumerId: string | null;
  parentId: string | null;
  majorCaseState: string | null;
  stays: boolean;
};

/** A case as the user may see it. */
export function caseShown({ number, title, priority, customer, updatedAt, ...row }: CaseRow): CaseShown {
  const seen = {
    href: pathOfNumber(number),
    title,
    priority: priorityShown(priority),
    customer,
    updatedAt: updatedAt.toISOString(),
  };
  return {
    number,
    state: stateShown('case', row.state),
    seen: row.readable ? seen : null,
    isMajor: row.majorCaseState === 'accepted',
  };
}

type Of = { of: Prisma.Sql; stays?: Prisma.Sql; after: string | null };

/** ACC-6 · The visible cases `c` that match `of`, by number, 50 a page; their count, and the count of `all`. */
export async function readCases(actor: Actor, { of, stays = Prisma.sql`false`, after }: Of) {
  const readable = Prisma.sql`(${readableOf('case', actor)})`;
  const visible = seesOnlyCaseStates(actor) ? Prisma.sql`true` : readable;
  const reading = db().$queryRaw<CaseRow[]>`
    select t.number, t.state, ${readable} as readable, t.short_description as title, t.priority,
           coalesce(a.name, u.name, '') as customer, t.updated_at as "updatedAt", t.account_id as "accountId",
           t.contact_id as "contactId", t.consumer_id as "consumerId", c.parent_id as "parentId",
           c.major_case_state as "majorCaseState", coalesce(${stays}, false) as stays
    from cases c join tasks t on t.id = c.id left join accounts a on a.id = t.account_id
    left join users u on u.id = t.consumer_id
    where ${of} and ${visible} and t.number > ${after ?? ''}
    order by t.number limit ${PAGE + 1}`;
  const counting = db().$queryRaw<{ count: number; all: number }[]>`
    select count(*) filter (where ${visible})::int as count, count(*)::int as all
    from cases c join tasks t on t.id = c.id where ${of}`;
  const [found, [total]] = await Promise.all([reading, counting]);
  const rows = found.slice(0, PAGE);
  const next = found.length > PAGE ? (rows.at(-1)?.number ?? null) : null;
  return { rows, next, count: total?.count ?? 0, all: total?.all ?? 0 };
}

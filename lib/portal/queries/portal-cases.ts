import { readableOf } from '#lib/access/readable.ts';
import { answerableCases } from '#lib/access/readable-by-customer.ts';
import type { Actor, Person } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { parsePlace, placeText } from '#lib/platform/keyset.ts';
import { searchInput } from '#lib/platform/text-input.ts';
import { type CustomerStep, stepOf, waitingStates } from '../customer-step.ts';
import { requestState } from '../request-state.ts';
import { countPortalApprovals } from './portal-approvals.ts';
import { portalVisitsToChoose } from './portal-orders.ts';

/** ACC-12 · The most words of a search. */
const WORDS = 12;

/** A search query over a case's words, each possibly unfinished; null if nothing searchable was typed. */
function wordsQuery(typed: string): Prisma.Sql | null {
  const words = (typed.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, WORDS);
  if (words.length === 0) return null;
  return Prisma.sql`to_tsquery('simple', ${words.map((word) => `${word}:*`).join(' & ')})`;
}

const PAGE = 50;

/** POR-2 · The lists of a customer. */
export const portalLists = ['all', 'action', 'issues', 'requests'] as const;
export type PortalList = (typeof portalLists)[number];

/** `ordered`: all requests of the reader, shown on a separate page. */
type AnyList = PortalList | 'ordered';

export type PortalCaseRow = {
  number: string;
  shortDescription: string;
  step: CustomerStep;
  state: string;
  /** The state of the request, if the case is an order. */
  requestState: string | null;
  openedAt: string;
  updatedAt: string;
  /** Since when a proposed solution waits; null while its clock is stopped (CASE-11). */
  waitsSince: string | null;
  /** POR-9: the provider noticed the issue first. */
  proactive: boolean;
  /** The contact or consumer of the case; null if it is the reader. */
  contact: string | null;
  /** The account, if it is not the reader's own (POR-13). */
  account: string | null;
};

/** `next` is the start of the older cases; null if there are none. */
export type PortalCases = { cases: PortalCaseRow[]; next: string | null };

type Row = Omit<PortalCaseRow, 'step' | 'openedAt' | 'updatedAt' | 'waitsSince'> & {
  id: string;
  openedAt: Date;
  updatedAt: Date;
  waitsSince: Date | null;
};

const isMine = (actor: Actor) => Prisma.sql`${actor.id}::uuid in (t.contact_id, t.consumer_id)`;
const isRequest = Prisma.sql`exists (select from requests r where r.case_id = t.id)`;

/** Literals, as the partial index covers these states only. */
const isWaiting = Prisma.raw(`t.state in (${waitingStates.map((state) => `'${state}'`).join(', ')})`);

/** POR-2, POR-15 · The number of cases in each list that the reader may read. */
const inList: Readonly<Record<AnyList, (actor: Actor) => Prisma.Sql>> = {
  all: () => Prisma.sql`true`,
  action: (actor) => Prisma.sql`${isWaiting} and ${answerableCases(actor)}`,
  issues: (actor) => Prisma.sql`${isMine(actor)} and not ${isRequest}`,
  requests: (actor) => Prisma.sql`${isMine(actor)} and ${isRequest}`,
  ordered: () => isRequest,
};

type CasesAsked = { list?: AnyList; words?: string; after?: string | null; open?: boolean; most?: number };

/**
 * POR-2, POR-13 · The cases of a list that a customer may read, the last updated first, 50 a page; `after` is the `next` of
 * the page before, `open` leaves out ended cases.
 */
export async function portalCases(
  actor: Actor,
  { list = 'all', words = '', after = null, open = false, most = PAGE }: CasesAsked = {},
): Promise<PortalCases> {
  const place = parsePlace(after);
  const older = place ? Prisma.sql`and (t.customer_updated_at, t.id) < (${place.at}, ${place.id}::uuid)` : Prisma.empty;
  const query = wordsQuery(searchInput(words));
  const found = query ? Prisma.sql`and t.search @@ ${query}` : Prisma.empty;
  const isOpen = open ? Prisma.sql`and t.active` : Prisma.empty;
  const accountId = 'accountId' in actor ? actor.accountId : null;
  const rows = await db().$queryRaw<Row[]>`
    select t.id, t.number, t.short_description as "shortDescription", t.state, ${requestState} as "requestState", t.opened_at as "openedAt",
           t.customer_updated_at as "updatedAt", case when c.answered_at is null then coalesce(c.waits_since, t.resolved_at) end as "waitsSince", c.proactive,
           case when not coalesce(${isMine(actor)}, false) then u.name end as contact,
           case when t.account_id is distinct from ${accountId}::uuid then a.name end as account
    from tasks t join cases c on c.id = t.id left join users u on u.id = coalesce(t.contact_id, t.consumer_id)
    left join accounts a on a.id = t.account_id
    where t.kind = 'case' and (${readableOf('case', actor)}) and (${inList[list](actor)}) ${found} ${isOpen} ${older}
    order by t.customer_updated_at desc, t.id desc limit ${most + 1}`;
  const shown = rows.slice(0, most);
  const last = shown.at(-1);
  const next = rows.length > most && last ? placeText({ at: last.updatedAt, id: last.id }) : null;
  return { cases: shown.map(portalCaseRow), next };
}

/** POR-15 · The number of cases, approvals and visits that wait for the reader, as the list shows them. */
export async function countActionNeeded(actor: Person): Promise<number> {
  const [cases, approvals, visits] = await Promise.all([
    countWaitingCases(actor),
    countPortalApprovals(actor),
    portalVisitsToChoose(actor),
  ]);
  return cases + approvals + visits.length;
}

async function countWaitingCases(actor: Actor): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    select count(*)::int as count from tasks t
    where t.kind = 'case' and (${readableOf('case', actor)}) and (${inList.action(actor)})`;
  return row?.count ?? 0;
}

function portalCaseRow({ id: _id, openedAt, updatedAt, waitsSince, ...row }: Row): PortalCaseRow {
  return {
    ...row,
    step: stepOf(row.state, row.requestState),
    openedAt: openedAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    waitsSince: waitsSince?.toISOString() ?? null,
  };
}

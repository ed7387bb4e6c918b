import { can, mayUseWorkspace, seesCasesInPart } from '#lib/access/policy.ts';
import { readableOf } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { isIntegrated, type Settings } from '#lib/property/settings.ts';
import { type LinkUpdates, linkUpdates } from '#lib/sync/link-updates.ts';
import { definitions } from '#lib/task/definitions.ts';
import { pathOfNumber } from '#lib/task/kind.ts';
import { type PriorityShown, priorityShown, type StateShown, stateShown } from '#lib/task/state-shown.ts';
import { isAssociable, type LinkName, links, linksTo } from '../link.ts';
import { hasRecord } from '../link-sql.ts';
import { isPermittedToRelate, recordIsOpen } from '../rules/may-relate.ts';

const PAGE = 50;

/** A case of a record. Who sees cases in part gets number and state; others only those that they may see. */
export type CustomerCase = {
  number: string;
  state: StateShown;
  seen: {
    href: string;
    title: string;
    priority: PriorityShown;
    customer: string;
    updatedAt: string;
  } | null;
  /** A major case, which has no customer of its own. */
  isMajor: boolean;
  mayRemove: boolean;
  /** REL-13 · Taken off here, it still has the record in another field. */
  stays: boolean;
};

export type CustomerCases = {
  link: LinkName;
  tab: string;
  count: number;
  cases: CustomerCase[];
  next: string | null;
  mayAdd: boolean;
  /** REL-19 · What they get from the record. */
  updates: LinkUpdates;
};

type Row = {
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

/** REL-12 · The roles allow it, and the case is one of which records are taken off. */
function mayRemove(actor: Actor, link: LinkName, row: Row): boolean {
  const isWorked = definitions.case.states[row.state]?.phase === 'open' && !row.parentId;
  const isPermitted = isPermittedToRelate(actor, { kind: 'case', ...row }, 'remove', link).ok;
  return isAssociable(link) && row.readable && isWorked && isPermitted;
}

function customerCaseOf(actor: Actor, link: LinkName, row: Row): CustomerCase {
  const { number, title, priority, customer, updatedAt } = row;
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
    mayRemove: mayRemove(actor, link, row),
    stays: row.stays,
  };
}

/** REL-3, REL-14 · Whether the page of a record has a tab for the cases of a link: it is on, and the actor sees cases. */
export function offersCustomerCases(actor: Actor, link: LinkName, settings: Settings): boolean {
  const sees = mayUseWorkspace(actor) && (seesCasesInPart(actor) || can(actor, 'see', 'case'));
  return sees && isIntegrated(settings, links[link].integration);
}

/**
 * REL-14 · The cases that have a record in a field, by number, 50 a page. Null when the integration is off (REL-3) or the
 * actor sees no cases at all. The record itself is one that the actor may see, as the caller knows.
 */
export async function customerCases(
  actor: Actor,
  settings: Settings,
  { link, recordId, after }: { link: LinkName; recordId: string; after: string | null },
): Promise<CustomerCases | null> {
  if (!offersCustomerCases(actor, link, settings)) return null;
  const ofRecord = hasRecord([link], Prisma.sql`${recordId}::uuid`);
  const others = linksTo(links[link].kind).filter((other) => other !== link);
  const ofRecordToo = others.length > 0 ? hasRecord(others, Prisma.sql`${recordId}::uuid`) : Prisma.sql`false`;
  const readable = Prisma.sql`(${readableOf('case', actor)})`;
  const visible = seesCasesInPart(actor) ? Prisma.sql`true` : readable;
  const reading = db().$queryRaw<(Row & { count: bigint })[]>`
    select t.number, t.state, ${readable} as readable, t.short_description as title, t.priority,
           coalesce(a.name, u.name, '') as customer, t.updated_at as "updatedAt", t.account_id as "accountId",
           t.contact_id as "contactId", t.consumer_id as "consumerId", c.parent_id as "parentId",
           c.major_case_state as "majorCaseState", coalesce(${ofRecordToo}, false) as stays
    from cases c join tasks t on t.id = c.id left join accounts a on a.id = t.account_id
    left join users u on u.id = t.consumer_id
    where ${ofRecord} and ${visible} and t.number > ${after ?? ''}
    order by t.number limit ${PAGE + 1}`;
  const counting = db().$queryRaw<{ count: number; all: number }[]>`
    select count(*) filter (where ${visible})::int as count, count(*)::int as all
    from cases c join tasks t on t.id = c.id where ${ofRecord}`;
  const select = { kind: true, number: true, state: true } as const;
  const [rows, [total], record] = await Promise.all([
    reading,
    counting,
    db().task.findUniqueOrThrow({ where: { id: recordId }, select }),
  ]);
  const cases = rows.slice(0, PAGE).map((row) => customerCaseOf(actor, link, row));
  const next = rows.length > PAGE ? (cases.at(-1)?.number ?? null) : null;
  const count = total?.count ?? 0;
  const isPermitted = isAssociable(link) && can(actor, 'link', record.kind) && can(actor, 'edit', 'case');
  // REL-8: a request belongs to one case at most, be it one that the actor does not see.
  const isTaken = links[link].many && total?.all !== 0;
  const mayAdd = isPermitted && !isTaken && recordIsOpen(record).ok;
  return { link, tab: links[link].tab, count, cases, next, mayAdd, updates: linkUpdates(link, settings) };
}

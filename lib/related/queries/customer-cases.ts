import { can, maySeeCustomerOf, mayUseWorkspace, seesCasesInPart } from '#lib/access/policy.ts';
import { readableOf } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { pageSettings } from '#lib/property/page-settings.ts';
import { isIntegrated, type Settings } from '#lib/property/settings.ts';
import { type LinkUpdates, linkUpdates } from '#lib/sync/link-updates.ts';
import { definitions } from '#lib/task/definitions.ts';
import { pathOfNumber } from '#lib/task/kind.ts';
import { type PriorityShown, priorityShown, type StateShown, stateShown } from '#lib/task/state-shown.ts';
import { isAssociable, type LinkName, links } from '../link.ts';
import { hasRecord } from '../link-sql.ts';

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
  mayRemove: boolean;
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
  contactId: string | null;
  consumerId: string | null;
  parentId: string | null;
};

function customerCaseOf(row: Row, mayChange: (row: Row) => boolean): CustomerCase {
  const state = definitions.case.states[row.state];
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
    mayRemove: row.readable && state?.phase === 'open' && !row.parentId && mayChange(row),
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
  link: LinkName,
  recordId: string,
  after: string | null,
): Promise<CustomerCases | null> {
  const settings = await pageSettings();
  if (!offersCustomerCases(actor, link, settings)) return null;
  const ofRecord = hasRecord([link], Prisma.sql`${recordId}::uuid`);
  const readable = Prisma.sql`(${readableOf('case', actor)})`;
  const visible = seesCasesInPart(actor) ? Prisma.sql`true` : readable;
  const reading = db().$queryRaw<(Row & { count: bigint })[]>`
    select t.number, t.state, ${readable} as readable, t.short_description as title, t.priority,
           coalesce(a.name, u.name, '') as customer, t.updated_at as "updatedAt", t.contact_id as "contactId",
           t.consumer_id as "consumerId", c.parent_id as "parentId"
    from cases c join tasks t on t.id = c.id left join accounts a on a.id = t.account_id
    left join users u on u.id = t.consumer_id
    where ${ofRecord} and ${visible} and t.number > ${after ?? ''}
    order by t.number limit ${PAGE + 1}`;
  const counting = db().$queryRaw<{ count: number }[]>`
    select count(*)::int as count from cases c join tasks t on t.id = c.id where ${ofRecord} and ${visible}`;
  const [rows, [total]] = await Promise.all([reading, counting]);
  const mayChange = isAssociable(link) && can(actor, 'link', links[link].kind) && can(actor, 'edit', 'case');
  const cases = rows
    .slice(0, PAGE)
    .map((row) => customerCaseOf(row, (each) => mayChange && maySeeCustomerOf(actor, { kind: 'case', ...each }).ok));
  const next = rows.length > PAGE ? (cases.at(-1)?.number ?? null) : null;
  const count = total?.count ?? 0;
  // REL-8: a request belongs to one case at most.
  const mayAdd = mayChange && !(links[link].many && count > 0);
  return { link, tab: links[link].tab, count, cases, next, mayAdd, updates: linkUpdates(link, settings) };
}

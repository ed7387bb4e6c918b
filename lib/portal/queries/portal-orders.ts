import { ordersOfCustomer } from '#lib/access/customer-work-orders.ts';
import { withoutInternalNumbers } from '#lib/field-mapping/rules/without-internal-numbers.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { parsePlace, placeText } from '#lib/platform/keyset.ts';
import { links } from '#lib/record/link.ts';
import { pageSettings } from '#lib/settings/page-settings.ts';
import { isIntegrated, type Settings } from '#lib/settings/settings.ts';
import { type PortalVisit, visitsOf } from './portal-visits.ts';

const PAGE = 50;

/** POR-5 · A work order as its customer reads it. */
export type PortalOrder = {
  number: string;
  shortDescription: string;
  state: string;
  priority: number;
  openedAt: string;
  updatedAt: string;
  /** The site, and its time zone. */
  address: string;
  timeZone: string;
  /** The account, if it is not the reader's own (POR-13). */
  account: string | null;
  /** The case of the work order. */
  caseNumber: string | null;
  visits: PortalVisit[];
};

type Row = Omit<PortalOrder, 'openedAt' | 'updatedAt' | 'visits'> & { id: string; openedAt: Date; updatedAt: Date };

/** REL-3 · While field service is off, the portal shows no work orders. */
const isOn = (settings: Settings) => isIntegrated(settings, links.workOrder.integration);

async function ordersWhere(
  actor: Actor,
  which: Prisma.Sql,
  rest: Prisma.Sql,
): Promise<(PortalOrder & { id: string })[]> {
  const settings = await pageSettings();
  if (!isOn(settings)) return [];
  const accountId = 'accountId' in actor ? actor.accountId : null;
  const rows = await db().$queryRaw<Row[]>`
    select t.id, t.number, t.short_description as "shortDescription", t.state, t.priority, t.opened_at as "openedAt",
      t.updated_at as "updatedAt", o.address, o.time_zone as "timeZone", theirs.number as "caseNumber",
      case when t.account_id is distinct from ${accountId}::uuid then a.name end as account
    from work_orders o join tasks t using (id) left join accounts a on a.id = t.account_id
    left join tasks theirs on theirs.id = o.case_id
    where ${ordersOfCustomer(actor)} and ${which} ${rest}`;
  const visits = await visitsOf(
    rows.map(({ id }) => id),
    settings,
  );
  return rows.map(({ openedAt, updatedAt, ...row }) => ({
    ...row,
    shortDescription: withoutInternalNumbers(row.shortDescription),
    openedAt: openedAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    visits: visits.get(row.id) ?? [],
  }));
}

/** POR-5 · The work orders that a customer may read, the last updated first, 50 a page; `next` starts the older ones. */
export async function portalOrders(
  actor: Actor,
  after: string | null = null,
): Promise<{ orders: PortalOrder[]; next: string | null }> {
  const place = parsePlace(after);
  const older = place ? Prisma.sql`(t.updated_at, t.id) < (${place.at}, ${place.id}::uuid)` : Prisma.sql`true`;
  const found = await ordersWhere(actor, older, Prisma.sql`order by t.updated_at desc, t.id desc limit ${PAGE + 1}`);
  const last = found[PAGE - 1];
  const next = found.length > PAGE && last ? placeText({ at: new Date(last.updatedAt), id: last.id }) : null;
  return { orders: found.slice(0, PAGE).map(({ id: _id, ...order }) => order), next };
}

/** POR-5 · A work order by its number or that of a visit; null if missing or hidden. The page receives changes by `id`. */
export async function portalOrder(actor: Actor, number: string): Promise<(PortalOrder & { id: string }) | null> {
  const ofTask = Prisma.sql`exists (select from work_order_tasks part join tasks own using (id)
    where part.work_order_id = o.id and own.number = ${number})`;
  const [order] = await ordersWhere(actor, Prisma.sql`(t.number = ${number} or ${ofTask})`, Prisma.empty);
  return order ?? null;
}

/** POR-12 · The work orders of a case that the customer may read. Null: this portal shows none (REL-3). */
export async function portalOrdersOf(actor: Actor, caseNumber: string): Promise<PortalOrder[] | null> {
  if (!isOn(await pageSettings())) return null;
  const found = await ordersWhere(actor, Prisma.sql`theirs.number = ${caseNumber}`, Prisma.sql`order by t.number desc`);
  return found.map(({ id: _id, ...order }) => order);
}

/** POR-15 · A visit whose time a customer can choose now. */
export type VisitToChoose = { number: string; shortDescription: string; orderNumber: string };

/** POR-15, POR-11 · The visits that wait for the customer to choose a time, oldest first. */
export async function portalVisitsToChoose(actor: Actor): Promise<VisitToChoose[]> {
  if (!isOn(await pageSettings())) return [];
  return db().$queryRaw<VisitToChoose[]>`
    select own.number, own.short_description as "shortDescription", t.number as "orderNumber"
    from work_order_tasks part join tasks own on own.id = part.id
    join work_orders o on o.id = part.work_order_id join tasks t on t.id = o.id
    where own.kind = 'work_order_task' and own.active and own.state = 'pending_dispatch' and ${ordersOfCustomer(actor)}
      and not exists (select from appointments visit where visit.task_id = part.id and visit.state = 'booked')
    order by own.number`;
}

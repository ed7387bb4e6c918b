import { z } from 'zod';
import { mayUseTechnicianDay } from '#lib/access/field-service.ts';
import { readableOf } from '#lib/access/readable.ts';
import type { Person } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { actorOfUser } from '#lib/session/actors.ts';
import { type FeedTask, feedFile } from '../feed-file.ts';
import { hashOfSecret } from '../feed-secret.ts';

/** A feed's file name: a 256-bit secret and the extension that calendars expect. */
const Address = z.string().regex(/^[\w-]{43}\.ics$/);

const DAY = 24 * 60 * 60_000;
const DAYS_BACK = 30;
/** Tasks per feed, earliest first. */
const MAX = 1_000;

/** When the actor created the feed address; null if there is none. */
export async function feedSince(actor: Person): Promise<string | null> {
  const feed = await db().technicianFeed.findUnique({ where: { userId: actor.id } });
  return feed?.createdAt.toISOString() ?? null;
}

/** POR-20, WO-18 · The calendar at an address; null if the secret is invalid or its user is not a technician now. */
export async function calendarOfFeed(address: string, at: Date): Promise<string | null> {
  if (!Address.safeParse(address).success) return null;
  const secretHash = hashOfSecret(address.slice(0, -'.ics'.length));
  const feed = await db().technicianFeed.findUnique({ where: { secretHash } });
  const actor = feed && (await actorOfUser(db(), feed.userId));
  if (!actor || !mayUseTechnicianDay(actor).ok) return null;
  const from = new Date(at.getTime() - DAYS_BACK * DAY);
  const tasks = await db().$queryRaw<FeedTask[]>`
    select t.id, t.number, t.version, t.short_description as title, t.updated_at as "updatedAt",
      o.planned_start as "from", coalesce(o.planned_end, o.planned_start + interval '1 hour') as "to",
      w.address, a.name as company
    from work_order_tasks o join tasks t using (id) join work_orders w on w.id = o.work_order_id
    left join accounts a on a.id = t.account_id
    where t.assigned_to_id = ${actor.id}::uuid and o.planned_start >= ${from} and t.state <> 'cancelled'
      and (${readableOf('work_order_task', actor)})
    order by o.planned_start, t.number limit ${MAX}`;
  return feedFile(tasks);
}

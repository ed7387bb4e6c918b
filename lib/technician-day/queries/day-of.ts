import { mayUseTechnicianDay } from '#lib/access/field-service.ts';
import { readableOf } from '#lib/access/readable.ts';
import type { Person } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { Prisma } from '#lib/platform/db.ts';
import { localText } from '#lib/platform/local-time.ts';
import { currentDb } from '#lib/platform/transaction.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { boundsOf, type Day, type DayTask } from '../day.ts';

type Times = 'plannedStart' | 'plannedEnd' | 'actualStart' | 'actualEnd';
type Row = Omit<DayTask, Times> & Record<Times, Date | null>;

/** Tasks shown per day. */
const MAX = 100;

const endedStates = Prisma.sql`('closed_complete', 'closed_incomplete', 'cancelled')`;

/**
 * WO-18 · The actor's tasks of a day, by planned start. Today also includes open tasks that are late or have no planned start,
 * and tasks done today. WO-4: drafts are not dispatched yet.
 */
export async function dayOf(actor: Person, date?: string): Promise<Day> {
  enforce(mayUseTechnicianDay(actor));
  const timeZone = await zoneOf(actor);
  const today = localText(now().toISOString(), timeZone).slice(0, 10);
  const shown = date ?? today;
  const { from, to, before, after } = boundsOf(shown, timeZone);
  const isUnfinished = Prisma.sql`t.state not in ${endedStates} and (o.planned_start is null or o.planned_start < ${from})`;
  const alsoToday =
    shown === today ? Prisma.sql`or ${isUnfinished} or o.actual_end >= ${from} and o.actual_end < ${to}` : Prisma.empty;
  const rows = await currentDb().$queryRaw<Row[]>`
    select t.id, t.number, t.version, t.short_description as title, t.description, t.state,
      o.planned_start as "plannedStart", o.planned_end as "plannedEnd",
      o.actual_start as "actualStart", o.actual_end as "actualEnd",
      w.address, a.name as company, p.name as person, coalesce(a.phone, '') as phone, i.name as item
    from work_order_tasks o join tasks t using (id) join work_orders w on w.id = o.work_order_id
    left join accounts a on a.id = t.account_id left join users p on p.id = coalesce(t.contact_id, t.consumer_id)
    left join configuration_items i on i.id = t.configuration_item_id
    where t.assigned_to_id = ${actor.id}::uuid and t.state not in ('draft', 'cancelled') and (${readableOf('work_order_task', actor)})
      and (o.planned_start >= ${from} and o.planned_start < ${to} ${alsoToday})
    order by o.planned_start nulls last, t.number limit ${MAX}`;
  return { date: shown, isToday: shown === today, timeZone, before, after, tasks: rows.map(asText) };
}

function asText({ plannedStart, plannedEnd, actualStart, actualEnd, ...task }: Row): DayTask {
  const text = (time: Date | null) => time?.toISOString() ?? null;
  return {
    ...task,
    plannedStart: text(plannedStart),
    plannedEnd: text(plannedEnd),
    actualStart: text(actualStart),
    actualEnd: text(actualEnd),
  };
}

/** WO-10 · Time zone of the technician's working hours, or the user's own zone if there is none. */
async function zoneOf(actor: Person): Promise<string> {
  const technician = await currentDb().technician.findUnique({
    where: { userId: actor.id },
    select: { timeZone: true },
  });
  return technician?.timeZone ?? actor.timeZone;
}

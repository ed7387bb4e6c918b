import { offerWindows } from '#lib/appointment/queries/offer-windows.ts';
import { OfferWindows } from '#lib/appointment/schema.ts';
import { parseBoardQuery } from '#lib/dispatch/board-query.ts';
import { dispatchBoard } from '#lib/dispatch/queries/board.ts';
import { rankTechnicians } from '#lib/dispatch/queries/rank-technicians.ts';
import { unplacedTasks } from '#lib/dispatch/queries/unplaced.ts';
import { RankingQuery } from '#lib/dispatch/schema.ts';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { freshDatabase } from './database.ts';
import { aPerson } from './populate.ts';
import type { Figure } from './report.ts';
import { quantile, rounded, timeOf } from './statistics.ts';

const TECHNICIANS = 500;
const TASKS = 100_000;
/** Tasks that wait for dispatch; the others are spread over 50 days, four a day for each technician. */
const WAITING = 1_000;
const TIMES = 30;

/** WO-7, WO-16 · The board of one day with 500 technicians and 100,000 tasks, the free windows, and who should go. */
export async function dispatch(): Promise<Figure[]> {
  await freshDatabase('bench_dispatch');
  const dora = await aPerson('Dora Dispatcher', ['wm_dispatcher']);
  await writeTechnicians();
  await writeTasks();
  await db().$executeRawUnsafe('vacuum analyze');
  const day = new Date(now().getTime() + 7 * 86_400_000).toISOString().slice(0, 10);
  const query = { ...parseBoardQuery({ day }), zone: 'Europe/Berlin' };
  const whole = await dispatchBoard(dora, query, TECHNICIANS);
  const blocks = whole.rows.reduce((sum, row) => sum + row.blocks.length, 0);
  if (whole.rows.length !== TECHNICIANS || blocks < TECHNICIANS) throw new Error(`The board has ${blocks} tasks.`);
  const { number } = await db().task.findFirstOrThrow({
    where: { kind: 'work_order_task', state: 'pending_dispatch' },
  });
  const who = RankingQuery.parse({ number, day, minutes: 60, timeZone: 'Europe/Berlin' });
  const ranked = await rankTechnicians(dora, who);
  if (ranked.candidates.length === 0) throw new Error('Nobody could go.');
  const offered = OfferWindows.parse({ number, from: day, days: 1 });
  return [
    await figure('WO-7 page', 'a page of the dispatch board with what waits', 300, () =>
      Promise.all([dispatchBoard(dora, query, 50), unplacedTasks(dora, '')]),
    ),
    await figure('WO-7 whole', 'the dispatch board of all of them', 300, () => dispatchBoard(dora, query, TECHNICIANS)),
    await figure('WO-11 windows', 'free windows of a day of all of them', 200, () => offerWindows(dora, offered)),
    await figure('WO-16', 'who should go', 200, () => rankTechnicians(dora, who)),
  ];
}

async function writeTechnicians(): Promise<void> {
  await db().$executeRaw`
    with made as (
      insert into users (name, email, kind, audience)
      select 'Technician ' || lpad(n::text, 3, '0'), 'technician' || n || '@bench.test', 'internal', 'internal'
      from generate_series(1, ${TECHNICIANS}::int) n returning id),
    roles as (insert into user_roles (user_id, role, audience) select id, 'wm_agent', 'internal' from made),
    technician as (
      insert into technicians (user_id, time_zone, region)
      select id, 'Europe/Berlin', 'Region ' || (row_number() over (order by id) % 10) from made returning user_id)
    insert into working_hours (technician_id, weekday, from_minute, to_minute)
    select user_id, weekday, 480, 1020 from technician cross join generate_series(1, 7) weekday`;
}

/** Each visit takes an hour, after half an hour of travel. */
async function writeTasks(): Promise<void> {
  await db().$executeRaw`
    with account as (insert into accounts (name) select 'Account ' || n from generate_series(1, 20) n returning id),
    accounts_in_order as (select id, row_number() over (order by id) as place from account),
    orders as (
      insert into tasks (kind, number, short_description, state, opened_at, created_at, updated_at)
      select 'work_order', 'WO' || lpad(nextval('work_order_numbers')::text, 7, '0'), 'Order', 'assigned', now(), now(), now()
      from generate_series(1, 100) returning id),
    written as (insert into work_orders (id, address, time_zone) select id, '6 Mill Road', 'Europe/Berlin' from orders returning id),
    orders_in_order as (select id, row_number() over (order by id) as place from written),
    planned as (
      select n, t.user_id, date_trunc('day', now()) + make_interval(days => (n / 2000)::int - 10)
        + make_interval(mins => 450 + 90 * ((n / 500) % 4)::int) as starts
      from generate_series(0, ${TASKS - 1}::int) n
      join (select user_id, row_number() over (order by user_id) - 1 as place from technicians) t
        on t.place = n % ${TECHNICIANS}::int),
    made as (
      insert into tasks (kind, number, short_description, state, active, priority, account_id, assigned_to_id, opened_at,
                         created_at, updated_at)
      select 'work_order_task', 'WOT' || lpad(n::text, 7, '0'), 'Visit ' || n,
        case when n < ${WAITING}::int then 'pending_dispatch' when starts < now() then 'closed_complete' else 'scheduled' end,
        n < ${WAITING}::int or starts >= now(), 1 + n % 5, a.id, case when n < ${WAITING}::int then null else user_id end,
        now(), now(), now()
      from planned join accounts_in_order a on a.place = 1 + planned.n % 20
      returning id, number, assigned_to_id),
    own as (
      insert into work_order_tasks (id, work_order_id, planned_start, planned_end, planned_minutes)
      select made.id, o.id, case when assigned_to_id is not null then starts end,
        case when assigned_to_id is not null then starts + interval '1 hour' end, 60
      from made join planned on 'WOT' || lpad(planned.n::text, 7, '0') = made.number
      join orders_in_order o on o.place = 1 + planned.n % 100
      returning id, planned_start)
    insert into appointments (id, task_id, technician_id, state, starts_at, ends_at, occupied_from, occupied_to, time_zone,
                              uid, created_at)
    select uuid_v7(), own.id, made.assigned_to_id, 'booked', planned_start, planned_start + interval '1 hour',
      planned_start - interval '30 minutes', planned_start + interval '1 hour', 'Europe/Berlin', 'bench-' || own.id, now()
    from own join made using (id) where planned_start > now()`;
}

async function figure(id: string, what: string, asked: number, work: () => Promise<unknown>): Promise<Figure> {
  await work();
  const took: number[] = [];
  for (let time = 0; time < TIMES; time++) took.push(await timeOf(work));
  const slowest = quantile(took, 0.95);
  return {
    id: `${id} of ${TECHNICIANS}`,
    what: `${what}, ${TECHNICIANS} technicians and ${TASKS.toLocaleString('en')} tasks, p95`,
    measured: `${rounded(slowest)} ms`,
    asked: `under ${asked} ms`,
    met: slowest < asked,
    values: { p95: slowest, median: quantile(took, 0.5) },
  };
}

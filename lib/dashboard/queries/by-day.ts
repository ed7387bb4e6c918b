import { listCondition } from '#lib/list/condition.ts';
import type { ListQuery } from '#lib/list/list-query.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { casesWith, type Figure } from '../figure.ts';
import type { DaySpan } from '../period.ts';
import { bucketOf } from './bucket-of.ts';

/** How many cases were created and how many were resolved on a day. */
export type Day = { day: string; created: Figure; resolved: Figure };

export type ByDay = { days: Day[]; created: Figure; resolved: Figure };

type Row = { what: 'opened' | 'resolved'; day: number; count: number };

/** DASH-1 · Cases created and cases resolved per day in the actor's time zone, with totals. */
export async function casesByDay(actor: Actor, filters: ListQuery['filters'], span: DaySpan): Promise<ByDay> {
  const part = (what: Row['what'], column: Prisma.Sql) => Prisma.sql`
    select ${what} as what, ${bucketOf(column, span.bounds)} as day, count(*)::int as count
    from tasks t where t.kind = 'case' and ${column} is not null
      and ${listCondition(actor, { kind: 'case', filters: { ...filters, [what]: [span.text] } })} group by 2`;
  const rows = await db().$queryRaw<Row[]>`
    ${part('opened', Prisma.sql`t.opened_at`)} union all ${part('resolved', Prisma.sql`t.resolved_at`)}`;
  const figureOf = (what: Row['what'], text: string, count: number) => casesWith(count, { ...filters, [what]: [text] });
  const countOn = (what: Row['what'], at: number) =>
    rows.find((row) => row.what === what && row.day === at + 1)?.count ?? 0;
  const all = (what: Row['what']) =>
    figureOf(
      what,
      span.text,
      rows.filter((row) => row.what === what).reduce((total, { count }) => total + count, 0),
    );
  const days = span.days.map((day, at) => ({
    day,
    created: figureOf('opened', `${day}..${day}`, countOn('opened', at)),
    resolved: figureOf('resolved', `${day}..${day}`, countOn('resolved', at)),
  }));
  return { days, created: all('opened'), resolved: all('resolved') };
}

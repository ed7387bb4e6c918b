import { answersOf } from '#lib/journal/answers-sql.ts';
import { openStates } from '#lib/kinds/open-states.ts';
import { listCondition } from '#lib/list/condition.ts';
import type { ListQuery } from '#lib/list/list-query.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { casesWith, type Figure, openCasesWith } from '../figure.ts';
import type { DaySpan } from '../period.ts';

/** Durations in seconds: half of the cases took at most `median`, nine in ten at most `most`. */
export type Spread = { median: number; most: number };

export type Times = {
  /** Cases opened in the period: with a first answer, and open without one. */
  answered: Figure;
  unanswered: Figure;
  answer: Spread | null;
  /** Cases resolved in the period. */
  resolved: Figure;
  resolve: Spread | null;
};

type Row = { what: 'answer' | 'left' | 'resolve'; count: number; spread: number[] | null };

const spreadOf = (row: Row | undefined): Spread | null => {
  const [median, most] = row?.spread ?? [];
  return median === undefined || most === undefined ? null : { median, most };
};

/** DASH-1 · How long customers waited for the first answer and for the solution: median and 90th percentile. */
export async function timesOf(actor: Actor, filters: ListQuery['filters'], { text }: DaySpan): Promise<Times> {
  const [opened, resolved] = [{ opened: [text] }, { resolved: [text] }];
  const condition = (more: ListQuery['filters']) =>
    listCondition(actor, { kind: 'case', filters: { ...filters, ...more } });
  const spread = Prisma.sql`percentile_cont(array[0.5, 0.9]) within group (order by took)`;
  const rows = await db().$queryRaw<Row[]>`
    select 'answer' as what, count(took)::int as count, ${spread} as spread
    from (select extract(epoch from greatest(first.at, t.opened_at) - t.opened_at)::float8 as took
          from tasks t cross join lateral (select a.created_at as at from (${answersOf(Prisma.sql`t.id`)}) a order by 1 limit 1) first
          where t.kind = 'case' and ${condition(opened)}) answers
    union all
    select 'left', count(*)::int, null from tasks t where t.kind = 'case' and t.active
      and ${condition({ ...opened, answered: ['no'], state: openStates('case') })}
    union all
    select 'resolve', count(*)::int, ${spread}
    from (select extract(epoch from greatest(t.resolved_at, t.opened_at) - t.opened_at)::float8 as took from tasks t
          where t.kind = 'case' and t.resolved_at is not null and ${condition(resolved)}) solutions`;
  const row = (what: Row['what']) => rows.find((each) => each.what === what);
  return {
    answered: casesWith(row('answer')?.count ?? 0, { ...filters, ...opened, answered: ['yes'] }),
    unanswered: openCasesWith(row('left')?.count ?? 0, { ...filters, ...opened, answered: ['no'] }),
    answer: spreadOf(row('answer')),
    resolved: casesWith(row('resolve')?.count ?? 0, { ...filters, ...resolved }),
    resolve: spreadOf(row('resolve')),
  };
}

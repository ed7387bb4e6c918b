import { seesSomeRecords } from '#lib/access/policy.ts';
import { openStates } from '#lib/kinds/open-states.ts';
import { listCondition } from '#lib/list/condition.ts';
import type { ListQuery } from '#lib/list/list-query.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { pathOfNumber, taskKinds } from '#lib/record/kind.ts';
import { links, type WaitingLinkName, waitingLinkNames } from '#lib/record/link.ts';
import { recordsWaitedForSql } from '#lib/related/waits-sql.ts';
import { type Line, openCasesWith } from '../figure.ts';

/** Open cases that wait on records of one kind: the median wait and the longest wait, in seconds. */
export type Waiting = Line & {
  median: number | null;
  longest: { seconds: number; number: string; path: string } | null;
};

type Row = {
  link: WaitingLinkName;
  count: number;
  median: number | null;
  longest: number | null;
  number: string | null;
};

/**
 * DASH-1, ACC-6 · Open cases that wait on other records, per kind that the actor may see. A case has waited since both the case
 * and its oldest related record exist.
 */
export async function waitingCases(actor: Actor, filters: ListQuery['filters'], now: Date): Promise<Waiting[]> {
  const names = waitingLinkNames.filter((name) => seesSomeRecords(actor, links[name].kind));
  if (names.length === 0) return [];
  const open = listCondition(actor, { kind: 'case', filters: { ...filters, state: openStates('case') } });
  const parts = names.map(
    (name) => Prisma.sql`
      select ${name}::text as link, t.number, greatest(t.opened_at, w.opened_at) as since
      from tasks t join (select r.case_id, min(r.opened_at) as opened_at from (${recordsWaitedForSql(name, actor)}) r
        group by r.case_id) w on w.case_id = t.id
      where t.kind = 'case' and t.active and ${open}`,
  );
  const rows = await db().$queryRaw<Row[]>`
    select link, count(*)::int as count, percentile_cont(0.5) within group (order by took) as median,
           max(took) as longest, (array_agg(number order by since, number))[1] as number
    from (select w.*, extract(epoch from ${now}::timestamptz - since)::float8 as took
          from (${Prisma.join(parts, ' union all ')}) w) waiting group by link`;
  return names.map((name) => {
    const row = rows.find(({ link }) => link === name);
    const { longest = null, number = null } = row ?? {};
    return {
      label: taskKinds[links[name].kind].plural,
      figure: openCasesWith(row?.count ?? 0, { ...filters, waits: [name] }),
      median: row?.median ?? null,
      longest: number && longest !== null ? { seconds: longest, number, path: pathOfNumber(number) } : null,
    };
  });
}

import { readableOf } from '#lib/access/readable.ts';
import { casesOfSource } from '#lib/customer-messages/queries/source-sql.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { childrenOverTime, type Move, type Step } from '../rules/over-time.ts';
import type { Major } from './find-major.ts';

const STEPS = 24;
const MINUTE = 60_000;

/** The states of the current children since the first of them joined; null if there are none. */
export type OverTime = { from: string; steps: Step[] };

type Row = { from: Date | null; moves: Move[] };

/**
 * MAJ-9 · How children that the actor may see changed state after they joined, from history. Children created by the major case
 * joined when they were opened.
 */
export async function overTime(actor: Actor, { id }: Major): Promise<OverTime | null> {
  const to = now();
  const [row] = await db().$queryRaw<Row[]>`
    with children as materialized (
      select t.id, t.state, coalesce((select max(f.changed_at) from field_changes f
          where f.task_id = t.id and f.field = 'parentId' and f.new_value = ${id}), t.opened_at) as joined
      from cases c join tasks t using (id)
      where ${casesOfSource({ id, kind: 'case' })} and (${readableOf('case', actor)})
    ),
    moves as materialized (
      select f.task_id, f.old_value, f.new_value, f.changed_at, f.version
      from children c join field_changes f on f.task_id = c.id and f.field = 'state' and f.changed_at > c.joined
    ),
    first as (select distinct on (task_id) task_id, old_value from moves order by task_id, changed_at, version),
    events (at, state, count) as (
      select c.joined, coalesce(first.old_value, c.state), 1 from children c left join first on first.task_id = c.id
      union all select changed_at, old_value, -1 from moves
      union all select changed_at, new_value, 1 from moves
    ),
    span as (select extract(epoch from least(min(at), ${to}::timestamptz - interval '1 minute')) as start from events),
    steps as (
      select least(width_bucket(extract(epoch from at), span.start, extract(epoch from ${to}::timestamptz), ${STEPS}::int), ${STEPS}::int) as step,
        state, sum(count)::int as count
      from events cross join span group by 1, 2
    )
    select (select min(joined) from children) as from, coalesce((select json_agg(steps) from steps), '[]') as moves`;
  if (!row?.from) return null;
  const from = new Date(Math.min(row.from.getTime(), to.getTime() - MINUTE));
  return { from: from.toISOString(), steps: childrenOverTime(row.moves, { from, to, steps: STEPS }) };
}

import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import type { ChildRunProgress } from '../progress.ts';
import type { ListOf } from '../schema.ts';
import { readableList } from './readable-list.ts';

type Row = Omit<ChildRunProgress, 'createdAt' | 'finishedAt'> & { createdAt: Date; finishedAt: Date | null };

/** MAJ-5 · The last run of a list; null if there was none. */
export async function childRun(actor: Actor, which: ListOf): Promise<ChildRunProgress | null> {
  const { id } = await readableList(actor, which);
  const [run] = await db().$queryRaw<Row[]>`
    select r.id, r.state::text as state, u.name as "startedBy", r.created_at as "createdAt", r.finished_at as "finishedAt",
      r.problem, n.*,
      (select coalesce(json_agg(json_build_object('reason', reason, 'count', count)), '[]') from (
        select reason, count(*)::int as count from recipients where run_id = r.id and state = 'left_out'
        group by reason order by 2 desc limit 5) reasons) as reasons
    from child_case_runs r join users u on u.id = r.started_by_id
    cross join lateral (
      select count(*) filter (where state = 'queued')::int as queued, count(*) filter (where state = 'made')::int as made,
        count(*) filter (where state = 'had')::int as had, count(*) filter (where state = 'left_out')::int as "leftOut"
      from recipients where run_id = r.id) n
    where r.list_id = ${id}::uuid order by r.created_at desc limit 1`;
  if (!run) return null;
  return { ...run, createdAt: run.createdAt.toISOString(), finishedAt: run.finishedAt?.toISOString() ?? null };
}

import type { Db } from '#lib/platform/db.ts';
import type { Judgement } from '../rules/judge.ts';

/** MAJ-2 · Who last changed a case's major case state, and the case's major case; null if nobody has changed it. */
export async function judgementOf(tx: Db, caseId: string): Promise<Judgement | null> {
  const [row] = await tx.$queryRaw<Judgement[]>`
    select coalesce(u.name, 'Casebridge') as by, m.number as major
    from field_changes f join causes k on k.id = f.cause_id left join users u on u.id = k.actor_id
    join cases c on c.id = f.task_id left join tasks m on m.id = c.parent_id
    where f.task_id = ${caseId}::uuid and f.field = 'majorCaseState'
    order by f.changed_at desc, f.version desc limit 1`;
  return row ?? null;
}

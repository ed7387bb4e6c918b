import type { Db } from '#lib/platform/db.ts';
import { hasRecord, type LinkName, majorHasIt } from '#lib/related/link.ts';
import type { Run } from '#lib/task/run.ts';
import type { Effect } from './plan.ts';

/**
 * SYNC-3, SYNC-000 · One statement for any number of cases: locks the open cases of the record in the order of their
 * ids and writes one work note into each. Left out are closed cases, the root's own case (SYNC-00) and children of a
 * major case that has the same record (SYNC-MAJ-3). Returns how many were told.
 */
export async function fanOut(run: Run, links: readonly LinkName[], effect: Effect): Promise<number> {
  const { sourceId, sourceEntryId, lines } = effect;
  if (!run.cause) throw new Error('There is no cause: nothing was written before others were told.');
  const text = lines.map(({ line }) => line).join('\n');
  return run.tx.$executeRaw`
    with reached as (
      select t.id from cases c join tasks t on t.id = c.id
      where ${hasRecord(links, sourceId)}
        and t.state not in ('closed', 'cancelled')
        and t.id <> ${run.cause.taskId}::uuid
        and not ${majorHasIt(links, sourceId)}
      order by t.id
      for no key update of t
    )
    insert into journal_entries (task_id, type, text, created_at, cause_id, source_task_id, source_entry_id, lines)
    select id, 'work_note', ${text}, ${run.at}, ${run.cause.id}::uuid, ${sourceId}::uuid, ${sourceEntryId}::uuid,
           ${JSON.stringify(lines)}::jsonb
    from reached`;
}

/** SYNC-3 · How many cases a change of the record would tell: the same cases as above. */
export async function reachOf(tx: Db, sourceId: string, links: readonly LinkName[]): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from cases c join tasks t on t.id = c.id
    where ${hasRecord(links, sourceId)} and t.state not in ('closed', 'cancelled') and not ${majorHasIt(links, sourceId)}`;
  return row?.count ?? 0;
}

/** PRB-2 · How many incidents of a problem are not over: those that are told. */
export async function reachOfIncidents(tx: Db, problemId: string): Promise<number> {
  return tx.incident.count({ where: { problemId, task: { active: true } } });
}

/** PRB-2 · Writes the lines into the work notes of the problem's incidents that are not over. Returns how many. */
export function fanOutToIncidents(run: Run, { sourceId, lines }: Effect): Promise<number> {
  const text = lines.map(({ line }) => line).join('\n');
  return run.tx.$executeRaw`
    with reached as (
      select t.id from incidents i join tasks t on t.id = i.id
      where i.problem_id = ${sourceId}::uuid and t.active order by t.id for no key update of t
    )
    insert into journal_entries (task_id, type, text, created_at, cause_id, source_task_id, lines)
    select id, 'work_note', ${text}, ${run.at}, ${run.cause?.id}::uuid, ${sourceId}::uuid, ${JSON.stringify(lines)}::jsonb
    from reached`;
}

import { type Db, Prisma } from '#lib/platform/db.ts';
import type { LinkName } from '#lib/related/link.ts';
import { hasRecord, majorHasIt } from '#lib/related/link-sql.ts';
import type { CommandContext } from '#lib/task/command-context.ts';
import type { Effect } from './plan.ts';

/** SYNC-000 · The cases that are told of a record: its open ones, but no child of a major case that has it too (SYNC-MAJ-3). */
function casesToTell(sourceId: string, links: readonly LinkName[]): Prisma.Sql {
  return Prisma.sql`
    cases c join tasks t on t.id = c.id
    where ${hasRecord(links, sourceId)} and t.state not in ('closed', 'cancelled') and not ${majorHasIt(links, sourceId)}`;
}

/**
 * SYNC-3, SYNC-000 · One statement for any number of cases: locks those of the record in the order of their ids and
 * writes one work note into each but the root's own (SYNC-00). Returns how many were told.
 */
export async function fanOut(context: CommandContext, links: readonly LinkName[], effect: Effect): Promise<number> {
  const { sourceId, sourceEntryId, lines } = effect;
  if (!context.cause) throw new Error('There is no cause: nothing was written before others were told.');
  const text = lines.map(({ line }) => line).join('\n');
  return context.tx.$executeRaw`
    with reached as (
      select t.id from ${casesToTell(sourceId, links)} and t.id <> ${context.cause.taskId}::uuid
      order by t.id
      for no key update of t
    )
    insert into journal_entries (task_id, type, text, created_at, cause_id, source_task_id, source_entry_id, lines)
    select id, 'work_note', ${text}, ${context.at}, ${context.cause.id}::uuid, ${sourceId}::uuid, ${sourceEntryId}::uuid,
           ${JSON.stringify(lines)}::jsonb
    from reached`;
}

/** SYNC-3 · How many cases a change of the record would tell. */
export async function reachOf(tx: Db, sourceId: string, links: readonly LinkName[]): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from ${casesToTell(sourceId, links)}`;
  return row?.count ?? 0;
}

/** PRB-2 · The incidents that are told of a problem: those that are not over. */
function incidentsToTell(problemId: string): Prisma.Sql {
  return Prisma.sql`incidents i join tasks t on t.id = i.id where i.problem_id = ${problemId}::uuid and t.active`;
}

/** PRB-2 · How many incidents a problem would tell. */
export async function reachOfIncidents(tx: Db, problemId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from ${incidentsToTell(problemId)}`;
  return row?.count ?? 0;
}

/** PRB-2 · Writes the lines into the work notes of the problem's incidents. Returns how many were told. */
export function fanOutToIncidents(context: CommandContext, { sourceId, lines }: Effect): Promise<number> {
  const text = lines.map(({ line }) => line).join('\n');
  return context.tx.$executeRaw`
    with reached as (
      select t.id from ${incidentsToTell(sourceId)} order by t.id for no key update of t
    )
    insert into journal_entries (task_id, type, text, created_at, cause_id, source_task_id, lines)
    select id, 'work_note', ${text}, ${context.at}, ${context.cause?.id}::uuid, ${sourceId}::uuid, ${JSON.stringify(lines)}::jsonb
    from reached`;
}

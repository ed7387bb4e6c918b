import type { Case } from '#lib/kinds/case/definition.ts';
import { Prisma } from '#lib/platform/db.ts';
import type { LockedRun, RunTable } from '#lib/run/run-kind.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { lockRecord } from '#lib/write/lock.ts';
import type { CustomerSort } from '../customer-sort.ts';

/** A run that creates child cases, locked for one step together with its major case. */
export type ChildCaseRun = LockedRun & { of: CustomerSort; major: Case; comment: string; startedById: string };

export const childCaseTable: RunTable = { job: 'create-child-cases', table: Prisma.sql`child_case_runs` };

/** SYNC-000 · Locks the major case before the run, in the same order as the command that ends the major case. */
export async function lockChildCaseRun(context: CommandContext, id: string): Promise<ChildCaseRun | null> {
  const { tx } = context;
  const [of] = await tx.$queryRaw<{ number: string }[]>`
    select t.number from child_case_runs r join recipients_lists l on l.id = r.list_id
    join tasks t on t.id = l.major_case_id where r.id = ${id}::uuid and r.state = 'running'`;
  if (!of) return null;
  const major = await lockRecord(context, 'case', of.number);
  const [run] = await tx.$queryRaw<Omit<ChildCaseRun, 'major'>[]>`
    select r.id, l.of::text as of, r.comment, r.started_by_id as "startedById", r.tries
    from child_case_runs r join recipients_lists l on l.id = r.list_id
    where r.id = ${id}::uuid and r.state = 'running' for no key update of r`;
  return run ? { ...run, major } : null;
}

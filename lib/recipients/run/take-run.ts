import type { Case } from '#lib/case/definition.ts';
import type { CommandContext } from '#lib/task/command-context.ts';
import { lockRecord } from '#lib/task/lock.ts';
import type { CustomerSort } from '../customer-sort.ts';

/** A run under way, locked for one step together with its major case. */
export type TakenRun = {
  id: string;
  of: CustomerSort;
  major: Case;
  comment: string;
  startedById: string;
  tries: number;
};

type Due = { id: string; number: string };

/** Advisory locks of this class stand for runs that a process has in its hands. */
const RUNS = 20_262;
const LOOKED_AT = 20;

/**
 * MAJ-5 · The run that is due, has waited longest and that no other process has in its hands; null: there is none. SYNC-000: the
 * major case is locked before the run, as by whoever ends it.
 */
export async function takeRun(context: CommandContext): Promise<TakenRun | null> {
  const { tx, at } = context;
  const due = await tx.$queryRaw<Due[]>`
    select r.id, t.number from child_case_runs r join recipients_lists l on l.id = r.list_id
    join tasks t on t.id = l.major_case_id
    where r.state = 'running' and (r.next_try_at is null or r.next_try_at <= ${at}) order by r.id limit ${LOOKED_AT}`;
  for (const { id, number } of due) {
    const [lock] = await tx.$queryRaw<{ mine: boolean }[]>`
      select pg_try_advisory_xact_lock(${RUNS}::int, hashtext(${id})) as mine`;
    if (!lock?.mine) continue;
    const major = await lockRecord(context, 'case', number);
    const [run] = await tx.$queryRaw<Omit<TakenRun, 'major'>[]>`
      select r.id, l.of::text as of, r.comment, r.started_by_id as "startedById", r.tries
      from child_case_runs r join recipients_lists l on l.id = r.list_id
      where r.id = ${id}::uuid and r.state = 'running' for no key update of r`;
    if (run) return { ...run, major };
  }
  return null;
}

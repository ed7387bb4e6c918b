import type { CommandContext } from '#lib/write/command-context.ts';
import type { LockedRun, RunKind } from './run-kind.ts';

/** The class of advisory locks for runs: a process holds the lock of the run that it works on. */
const RUNS = 20_262;
const LOOKED_AT = 20;

/** Q-10 · Locks the oldest due run that no other process works on. Null: there is none. */
export async function lockDueRun<Run extends LockedRun>(
  context: CommandContext,
  { table, lock }: RunKind<Run>,
): Promise<Run | null> {
  const { tx, at } = context;
  const due = await tx.$queryRaw<{ id: string }[]>`
    select id from ${table} where state = 'running' and (next_try_at is null or next_try_at <= ${at})
    order by id limit ${LOOKED_AT}`;
  for (const { id } of due) {
    const [row] = await tx.$queryRaw<{ isFree: boolean }[]>`
      select pg_try_advisory_xact_lock(${RUNS}::int, hashtext(${id})) as "isFree"`;
    const run = row?.isFree ? await lock(context, id) : null;
    if (run) return run;
  }
  return null;
}

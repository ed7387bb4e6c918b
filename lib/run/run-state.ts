import { now } from '#lib/platform/clock.ts';
import { type Db, db, Prisma } from '#lib/platform/db.ts';
import { log } from '#lib/platform/log.ts';
import { wakeJob } from '#lib/queue/enqueue.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import type { LockedRun, RunKind, RunTable } from './run-kind.ts';

/** Minutes from each failed step of a run to the next try. */
const RETRY_AFTER = [1, 5, 30];

/** Q-10 · When a run is tried again after another failed step and `tries` earlier ones; null: it has had its last try. */
function nextTry(tries: number, at: Date): Date | null {
  const minutes = RETRY_AFTER[tries];
  return minutes === undefined ? null : new Date(at.getTime() + minutes * 60_000);
}

const UNTRIED = Prisma.sql`tries = 0, next_try_at = null, problem = ''`;

/** Has the job look for runs of this kind after the commit. */
export async function wakeRuns(tx: Db, { job }: RunTable): Promise<void> {
  await tx.$executeRaw`select ${wakeJob(job)}`;
}

/** Continues a run that was stopped or waited for a confirmation. */
export async function resumeRun(tx: Db, of: RunTable, id: string): Promise<void> {
  await tx.$executeRaw`update ${of.table} set state = 'running', ${UNTRIED} where id = ${id}::uuid`;
  await wakeRuns(tx, of);
}

export async function stopRun(tx: Db, { table }: RunTable, id: string): Promise<void> {
  await tx.$executeRaw`
    update ${table} set state = 'stopped', finished_at = null, ${UNTRIED} where id = ${id}::uuid`;
}

export async function finishRun(tx: Db, { table }: RunTable, id: string, at: Date): Promise<void> {
  await tx.$executeRaw`update ${table} set state = 'done', finished_at = ${at} where id = ${id}::uuid`;
}

/** Resets the retries after a successful step. */
export async function resetTries(tx: Db, { table }: RunTable, id: string): Promise<void> {
  await tx.$executeRaw`update ${table} set ${UNTRIED} where id = ${id}::uuid`;
}

/** Q-10 · Records a failed step: other runs go first; after the last try the run stops until someone resumes it. */
export async function recordFailure<Run extends LockedRun>(
  { table, failure }: RunKind<Run>,
  { id, tries }: LockedRun,
  error: unknown,
): Promise<void> {
  log.error({ err: error, run: id, tries: tries + 1 }, failure);
  const nextTryAt = nextTry(tries, now());
  const stops = nextTryAt === null ? Prisma.sql`, state = 'stopped'` : Prisma.empty;
  // Don't override a concurrent stop.
  await db().$executeRaw`
    update ${table} set tries = ${tries + 1}::int, next_try_at = ${nextTryAt}::timestamptz, problem = 'an error on our side' ${stops}
    where id = ${id}::uuid and state = 'running' and tries = ${tries}::int`;
}

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

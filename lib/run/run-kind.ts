import type { Prisma } from '#lib/platform/db.ts';
import type { WakeableJob } from '#lib/queue/queue.ts';
import type { CommandContext } from '#lib/write/command-context.ts';

/** A run that is locked for one step. `tries`: the failed steps since the last successful one. */
export type LockedRun = { id: string; tries: number };

/** The table of a kind of run: it has `id`, `state`, `finished_at`, `tries`, `next_try_at` and `problem`. */
export type RunTable = { job: Exclude<WakeableJob, 'send-mails'>; table: Prisma.Sql };

/**
 * A kind of run: work on many records that is done in steps, each in a separate transaction. A step marks its work as done in
 * the same transaction, so that a process can be killed at any moment.
 */
export type RunKind<Run extends LockedRun> = RunTable & {
  /** The log message of a failed step. */
  failure: string;
  /** Locks an active run, and first what it needs (SYNC-000). Null: someone has stopped it. */
  lock: (context: CommandContext, id: string) => Promise<Run | null>;
  /** Does the next part. False: nothing is left to do. */
  step: (context: CommandContext, run: Run) => Promise<boolean>;
  /** Records the results of the run; the engine then marks it as done. */
  end: (context: CommandContext, run: Run) => Promise<void>;
};

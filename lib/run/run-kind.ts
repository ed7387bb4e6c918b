import type { Prisma } from '#lib/platform/db.ts';
import type { WakeableJob } from '#lib/queue/queue.ts';
import type { CommandContext } from '#lib/write/command-context.ts';

/** A run that is locked for one step. `tries`: so many steps have failed since the last one that did not. */
export type LockedRun = { id: string; tries: number };

/** Which run it is, for the engine: its table has `id`, `state`, `finished_at`, `tries`, `next_try_at` and `problem`. */
export type RunTable = { job: Exclude<WakeableJob, 'send-mails'>; table: Prisma.Sql };

/**
 * A kind of run: work for many records that is done in steps, each in a transaction of its own. Whatever a step has done is
 * marked as done in its transaction, so that a process can be killed at any moment.
 */
export type RunKind<Run extends LockedRun> = RunTable & {
  /** What the log says when a step fails. */
  failure: string;
  /** Locks a run that is still running, with what has to be locked before it (SYNC-000). Null: someone has stopped it. */
  lock: (context: CommandContext, id: string) => Promise<Run | null>;
  /** Does the next part. False: nothing is left to do. */
  step: (context: CommandContext, run: Run) => Promise<boolean>;
  /** Writes down what the run has done; the engine then marks it as done. */
  end: (context: CommandContext, run: Run) => Promise<void>;
};

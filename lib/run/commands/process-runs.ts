import { isSystemJob } from '#lib/access/policy.ts';
import { runCommand } from '#lib/engine/command.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { isAway } from '#lib/platform/database-error.ts';
import { isStopping } from '#lib/platform/lifecycle.ts';
import { enforce } from '#lib/platform/verdict.ts';
import type { LockedRun, RunKind } from '../run-kind.ts';
import { finishRun, lockDueRun, recordFailure, resetTries } from '../run-state.ts';

/** Runs one step of a run, or ends it, in one transaction. False: no run is due, or other processes have them. */
async function processStep<Run extends LockedRun>(actor: Actor, kind: RunKind<Run>): Promise<boolean> {
  const taken: { run: Run | null } = { run: null };
  const step = runCommand(actor, kind.job, async (context) => {
    taken.run = null;
    const run = await lockDueRun(context, kind);
    if (!run) return false;
    taken.run = run;
    if (run.tries > 0) await resetTries(context.tx, kind, run.id);
    if (await kind.step(context, run)) return true;
    await kind.end(context, run);
    await finishRun(context.tx, kind, run.id, context.at);
    return true;
  });
  try {
    return (await step).value;
  } catch (error) {
    if (!taken.run || isAway(error)) throw error;
    await recordFailure(kind, taken.run, error);
    return true;
  }
}

/**
 * Q-10 · Processes all active runs of a kind, step by step: a process that is killed or stopped at any moment leaves only
 * complete steps, and another process continues after them. A run that fails lets the others go first.
 */
export async function processRuns<Run extends LockedRun>(actor: Actor, kind: RunKind<Run>): Promise<string> {
  enforce(isSystemJob(actor));
  let steps = 0;
  while (!isStopping() && (await processStep(actor, kind))) steps += 1;
  return `${steps} steps`;
}

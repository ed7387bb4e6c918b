import { isSystemJob } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { isAway } from '#lib/platform/database-error.ts';
import { isStopping } from '#lib/platform/lifecycle.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { runCommand } from '#lib/task/command.ts';
import { endRun } from '../run/end-run.ts';
import { makeChildren } from '../run/make-children.ts';
import { goesOn, stepBack } from '../run/step-back.ts';
import { type TakenRun, takeRun } from '../run/take-run.ts';

/** Some of a run in one transaction, or its end. False: no run is under way, or others have it. */
async function carryOnSome(actor: Actor): Promise<boolean> {
  let run: TakenRun | null = null;
  const step = runCommand(actor, 'create-child-cases', async (context) => {
    run = await takeRun(context);
    if (!run) return false;
    if (run.tries > 0) await goesOn(context.tx, run.id);
    if (!(await makeChildren(context, run))) await endRun(context, run);
    return true;
  });
  try {
    return (await step).value;
  } catch (error) {
    if (!run || isAway(error)) throw error;
    await stepBack(run, error);
    return true;
  }
}

/**
 * MAJ-5, Q-10 · Makes the child cases of all runs under way, some at a time, each in a transaction of its own: a customer has the case
 * with all that belongs to it, or has none yet. Killed or stopped at any moment it goes on where it was.
 */
export async function carryOnChildRuns(actor: Actor): Promise<string> {
  enforce(isSystemJob(actor));
  let steps = 0;
  while (!isStopping() && (await carryOnSome(actor))) steps += 1;
  return `${steps} steps`;
}

import { isSystemJob } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { isAway } from '#lib/platform/database-error.ts';
import { isStopping } from '#lib/platform/lifecycle.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { runCommand } from '#lib/task/command.ts';
import { causeOf } from '#lib/task/command-context.ts';
import { endRun } from '../run/end-run.ts';
import { mailPeople } from '../run/mail-people.ts';
import { goesOn, stepBack } from '../run/step-back.ts';
import { type TakenRun, takeRun } from '../run/take-run.ts';
import { tellCases } from '../run/tell-cases.ts';

/** Some of a run in one transaction: cases first, then people, then its end. False: no run is under way, or others have it. */
async function carryOnSome(actor: Actor): Promise<boolean> {
  let run: TakenRun | null = null;
  const step = runCommand(actor, 'notify-customers', async (context) => {
    run = await takeRun(context.tx, context.at);
    if (!run) return false;
    if (run.tries > 0) await goesOn(context.tx, run.id);
    causeOf(context, run.sourceId);
    if ((await tellCases(context, run)) || (await mailPeople(context, run))) return true;
    await endRun(context, run);
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
 * NOT-3, Q-10 · Tells the customers of all runs under way, some at a time, each in a transaction of its own: a case has the
 * message or has not, and a person's mail is queued or not. Killed or stopped at any moment it goes on where it was. One that
 * fails lets the others go first.
 */
export async function carryOnRuns(actor: Actor): Promise<string> {
  enforce(isSystemJob(actor));
  let steps = 0;
  while (!isStopping() && (await carryOnSome(actor))) steps += 1;
  return `${steps} steps`;
}

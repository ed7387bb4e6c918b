import { isSystemJob } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { integer } from '#lib/property/settings.ts';
import { applyUpdate } from '#lib/task/apply-update.ts';
import { type Outcome, runCommand } from '#lib/task/command.ts';
import type { TaskRecord } from '#lib/task/definition.ts';
import { lockToChange } from '#lib/task/lock.ts';
import type { Case } from '../definition.ts';
import { mayCloseUnanswered } from '../rules/unanswered.ts';

const words = { comment: 'This case was auto closed.' };

/** CASE-3 · Closes a case whose proposed solution nobody has answered. */
export function closeUnanswered(actor: Actor, { number }: { number: string }): Promise<Outcome<TaskRecord>> {
  return runCommand(actor, 'auto-close-case', async (context) => {
    const theCase = (await lockToChange(context, 'case', number, words)) as Case;
    const days = integer(context.settings, 'case.autoclose.days');
    enforce(isSystemJob(actor), mayCloseUnanswered(theCase, { at: context.at, days }));

    return applyUpdate(context, theCase, { ...theCase, state: 'closed' } as Case, words);
  });
}

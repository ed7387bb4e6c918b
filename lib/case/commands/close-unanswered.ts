import { isSystemJob } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { integer } from '#lib/property/settings.ts';
import { lockForUpdate } from '#lib/sync/lock-for-update.ts';
import { type Outcome, runCommand } from '#lib/task/command.ts';
import type { TaskRecord } from '#lib/task/record.ts';
import { updateRecord } from '#lib/task/write-updates.ts';
import { ownComments } from '../own-comments.ts';
import { mayCloseUnanswered } from '../rules/unanswered.ts';

const journal = { comment: ownComments.autoClosed };

/** CASE-3 · Closes a case whose proposed solution nobody has answered. */
export function closeUnanswered(actor: Actor, { number }: { number: string }): Promise<Outcome<TaskRecord>> {
  return runCommand(actor, 'auto-close-case', async (context) => {
    const theCase = await lockForUpdate(context, 'case', number, journal);
    const days = integer(context.settings, 'case.autoclose.days');
    enforce(isSystemJob(actor));
    enforce(mayCloseUnanswered(theCase, { at: context.at, days }));

    return updateRecord(context, 'case', theCase, { ...theCase, state: 'closed' }, journal);
  });
}

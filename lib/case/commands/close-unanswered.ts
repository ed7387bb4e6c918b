import { isSystemJob } from '#lib/access/policy.ts';
import { type Outcome, runCommand } from '#lib/engine/command.ts';
import { mayCloseUnanswered } from '#lib/kinds/case/rules/unanswered.ts';
import { standardComments } from '#lib/kinds/case/standard-comments.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { integer } from '#lib/settings/settings.ts';
import { lockForUpdate } from '#lib/sync/lock-for-update.ts';
import { updateRecord } from '#lib/write/write-updates.ts';

const journal = { comment: standardComments.autoClosed };

/** CASE-3 · Closes a case whose proposed solution was never answered. */
export function closeUnanswered(actor: Actor, { number }: { number: string }): Promise<Outcome<TaskRecord>> {
  return runCommand(actor, 'auto-close-case', async (context) => {
    const theCase = await lockForUpdate(context, 'case', number, journal);
    const days = integer(context.settings, 'case.autoclose.days');
    enforce(isSystemJob(actor));
    enforce(mayCloseUnanswered(theCase, { at: context.at, days }));

    return updateRecord(context, 'case', theCase, { ...theCase, state: 'closed' }, journal);
  });
}

import { isSystemJob } from '#lib/access/policy.ts';
import { type Outcome, runCommand } from '#lib/engine/command.ts';
import { mayRemind } from '#lib/kinds/case/rules/unanswered.ts';
import { standardComments } from '#lib/kinds/case/standard-comments.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { integer } from '#lib/settings/settings.ts';
import { lockForUpdate } from '#lib/sync/lock-for-update.ts';
import { updateRecord } from '#lib/write/write-updates.ts';

const journal = { comment: standardComments.reminder };

/** CASE-3, Q-16 · Reminds the customer of a proposed solution by a comment and its email. */
export function remindOfSolution(actor: Actor, { number }: { number: string }): Promise<Outcome<TaskRecord>> {
  return runCommand(actor, 'remind-case', async (context) => {
    const theCase = await lockForUpdate(context, 'case', number, journal);
    const days = integer(context.settings, 'case.autoclose.remind_days');
    enforce(isSystemJob(actor));
    enforce(mayRemind(theCase, { at: context.at, days }));

    await context.tx.case.update({ where: { id: theCase.id }, data: { remindedAt: context.at } });
    return updateRecord(context, 'case', theCase, theCase, journal);
  });
}

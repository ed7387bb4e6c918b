import { mayNotifyCustomers } from '#lib/access/policy.ts';
import { runCommand } from '#lib/engine/command.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { resumeRun as resume } from '#lib/run/run-state.ts';
import { integer } from '#lib/settings/settings.ts';
import { recordChanged } from '#lib/write/command-context.ts';
import { mayResume, needsConfirmation } from '../rules/run-moves.ts';
import { releaseMails } from '../run/hold-mails.ts';
import { lockRun } from '../run/lock-run.ts';
import { messageTable } from '../run/message-run.ts';
import type { RunOf } from '../schema.ts';

/** NOT-3 · Resumes a stopped message for the remaining recipients; NOT-7: an unconfirmed one waits for confirmation again. */
export async function resumeRun(actor: Actor, { runId }: RunOf): Promise<void> {
  await runCommand(actor, 'resume-notification', async (context) => {
    const run = await lockRun(context, runId);
    enforce(mayNotifyCustomers(actor, run.source));
    enforce(mayResume(run));
    const people = await context.tx.notifyPerson.count({ where: { runId, state: { not: 'skipped' } } });
    const limit = integer(context.settings, 'notify.second_approval_above');
    const waits = run.confirmedById === null && needsConfirmation(people, limit);
    if (waits) await context.tx.notifyRun.update({ where: { id: runId }, data: { state: 'waiting' } });
    else {
      await releaseMails(context.tx, runId);
      await resume(context.tx, messageTable, runId);
    }
    recordChanged(context, run.source);
  });
}

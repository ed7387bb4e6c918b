import { mayNotifyCustomers } from '#lib/access/policy.ts';
import { runCommand } from '#lib/engine/command.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { resumeRun } from '#lib/run/run-state.ts';
import { recordChanged } from '#lib/write/command-context.ts';
import { mayConfirm } from '../rules/run-moves.ts';
import { releaseMails } from '../run/hold-mails.ts';
import { lockRun } from '../run/lock-run.ts';
import { messageTable } from '../run/message-run.ts';
import type { RunOf } from '../schema.ts';

/** NOT-7 · Confirms another user's message, which starts it. */
export async function confirmRun(actor: Actor, { runId }: RunOf): Promise<void> {
  await runCommand(actor, 'confirm-notification', async (context) => {
    const run = await lockRun(context, runId);
    enforce(mayNotifyCustomers(actor, run.source));
    enforce(mayConfirm(run, actor.id));
    await context.tx.notifyRun.update({ where: { id: run.id }, data: { confirmedById: actor.id } });
    await releaseMails(context.tx, run.id);
    await resumeRun(context.tx, messageTable, run.id);
    recordChanged(context, run.source);
  });
}

import { mayNotifyCustomers } from '#lib/access/policy.ts';
import { runCommand } from '#lib/engine/command.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { stopRun as stop } from '#lib/run/run-state.ts';
import { recordChanged } from '#lib/write/command-context.ts';
import { mayStop } from '../rules/run-moves.ts';
import { holdMails } from '../run/hold-mails.ts';
import { lockRun } from '../run/lock-run.ts';
import { messageTable } from '../run/message-run.ts';
import { noteNotified } from '../run/note-notified.ts';
import type { RunOf } from '../schema.ts';

/** NOT-3 · Stops a message midway. Sent parts stay sent; the remaining comments and queued emails wait until it is resumed. */
export async function stopRun(actor: Actor, { runId }: RunOf): Promise<void> {
  await runCommand(actor, 'stop-notification', async (context) => {
    const run = await lockRun(context, runId);
    const mails = await context.tx.mail.count({
      where: { notifies: { runId: run.id }, status: 'queued', held: false },
    });
    enforce(mayNotifyCustomers(actor, run.source));
    enforce(mayStop(run, mails));
    await stop(context.tx, messageTable, run.id);
    await holdMails(context.tx, run.id);
    await noteNotified(context, run);
    recordChanged(context, run.source);
  });
}

import { mayNotifyCustomers } from '#lib/access/policy.ts';
import { runCommand } from '#lib/engine/command.ts';
import { requeueMails } from '#lib/mail-out/requeue-mails.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { recordChanged } from '#lib/write/command-context.ts';
import { mayRetry } from '../rules/run-moves.ts';
import { lockRun } from '../run/lock-run.ts';
import type { RunOf } from '../schema.ts';

/** NOT-3, ADM-9 · Retries all failed emails of a message. Returns how many will be sent. */
export async function retryFailed(actor: Actor, { runId }: RunOf): Promise<number> {
  const { value } = await runCommand(actor, 'retry-notification', async (context) => {
    const run = await lockRun(context, runId);
    enforce(mayNotifyCustomers(actor, run.source));
    const mails = await context.tx.$queryRaw<{ id: string }[]>`
      select m.id from notify_people p join mails m on m.id = p.mail_id
      where p.run_id = ${run.id}::uuid and m.status = 'failed' order by m.id for update of m`;
    enforce(mayRetry(run, mails.length));
    recordChanged(context, run.source);
    return requeueMails(
      context.tx,
      mails.map(({ id }) => id),
      { at: context.at, asReachable: true },
    );
  });
  return value;
}

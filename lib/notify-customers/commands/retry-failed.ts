import { mayNotifyCustomers } from '#lib/access/policy.ts';
import { wakeJob } from '#lib/jobs/enqueue.ts';
import { holdFromStrangers, type QueuedMail } from '#lib/notify/hold-unreadable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { runCommand } from '#lib/task/command.ts';
import { recordChanged } from '#lib/task/command-context.ts';
import { lockRun } from '../lock-run.ts';
import { mayRetry } from '../rules/run-moves.ts';
import type { RunOf } from '../schema.ts';

/** MAIL-10: whose case it is hears of it; all others may have lost the right to. */
type Retried = QueuedMail & { isCustomer: boolean };

/** NOT-3, ADM-9 · Has all emails of a message that failed tried anew, with all their tries: the same ones, by the same names. */
export async function retryFailed(actor: Actor, { runId }: RunOf): Promise<number> {
  const { value } = await runCommand(actor, 'retry-notification', async (context) => {
    const run = await lockRun(context, runId);
    enforce(mayNotifyCustomers(actor));
    const mails = await context.tx.$queryRaw<Retried[]>`
      update mails m set status = 'queued', reason = '', tries = 0, next_try_at = ${context.at}, sent_at = null
      from notify_people p join users u on u.id = p.user_id, tasks t left join accounts a on a.id = t.account_id
      where p.run_id = ${run.id}::uuid and m.id = p.mail_id and t.id = m.task_id and m.status = 'failed'
      returning m.id, m.recipient_id as "recipientId",
                m.recipient_id is not distinct from coalesce(t.contact_id, t.consumer_id, a.primary_contact_id) as "isCustomer"`;
    enforce(mayRetry(run, mails.length));
    await holdFromStrangers(
      context.tx,
      mails.filter(({ isCustomer }) => !isCustomer),
    );
    await context.tx.$executeRaw`select ${wakeJob('send-mails')}`;
    recordChanged(context, run.source);
    return mails.length;
  });
  return value;
}

import { mayAdminister } from '#lib/access/policy.ts';
import { recordAudit } from '#lib/audit/record.ts';
import { wakeJob } from '#lib/jobs/enqueue.ts';
import { holdFromStrangers } from '#lib/notify/hold-unreadable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enforce, notFound } from '#lib/platform/verdict.ts';
import type { MailStatus } from '../mail-status.ts';
import { mayResend } from '../rules/resend.ts';
import type { ResendMail } from '../schema.ts';

type Locked = {
  status: MailStatus;
  reason: string;
  lastError: string;
  address: string;
  subject: string;
  recipientId: string | null;
  /** MAIL-10: whose case it is hears of it; all others may have lost the right to. */
  isCustomer: boolean;
};

/** ADM-9, ADM-12 · Has a mail tried anew, with all its tries: the same one, by the same name. */
export async function resendMail(actor: Actor, { id }: ResendMail): Promise<void> {
  enforce(mayAdminister(actor));
  await transaction(async (tx) => {
    const [mail] = await tx.$queryRaw<Locked[]>`
      select m.status::text as status, m.reason, m.last_error as "lastError", m.subject, m.recipient_id as "recipientId",
             coalesce(nullif(m.address, ''), u.email, '') as address,
             t.kind = 'case' and m.recipient_id is not distinct from coalesce(t.contact_id, t.consumer_id) as "isCustomer"
      from mails m join tasks t on t.id = m.task_id left join users u on u.id = m.recipient_id
      where m.id = ${id}::uuid for update of m`;
    if (!mail) throw notFound('email');
    enforce(mayResend(mail));
    await tx.$executeRaw`
      update mails set status = 'queued', reason = '', tries = 0, next_try_at = ${now()}, address = ${mail.address},
                       sent_at = null
      where id = ${id}::uuid`;
    if (mail.recipientId && !mail.isCustomer) await holdFromStrangers(tx, [{ id, recipientId: mail.recipientId }]);
    await tx.$executeRaw`select ${wakeJob('send-mails')}`;
    const oldValue = mail.reason || mail.lastError;
    await recordAudit(tx, actor, { action: 'mail.resent', subject: mail.subject, oldValue });
  });
}

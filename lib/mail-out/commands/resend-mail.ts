import { mayAdminister } from '#lib/access/policy.ts';
import { recordAudit } from '#lib/audit/record.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enforce, notFound } from '#lib/platform/verdict.ts';
import type { MailStatus } from '../mail-status.ts';
import { requeueMails } from '../requeue-mails.ts';
import { mayResend } from '../rules/resend.ts';
import type { ResendMail } from '../schema.ts';

type Locked = { status: MailStatus; reason: string; lastError: string; address: string; subject: string };

/** ADM-9, ADM-12 · Requeues an email with all its tries: the same email, with the same Message-ID. */
export async function resendMail(actor: Actor, { id }: ResendMail): Promise<void> {
  enforce(mayAdminister(actor));
  await transaction(async (tx) => {
    const [mail] = await tx.$queryRaw<Locked[]>`
      select m.status::text as status, m.reason, m.last_error as "lastError", m.subject,
             coalesce(u.email, m.address) as address
      from mails m left join users u on u.id = m.recipient_id where m.id = ${id}::uuid for update of m`;
    if (!mail) throw notFound('email');
    enforce(mayResend(mail));
    await requeueMails(tx, [id], { at: now(), asReachable: true });
    const oldValue = mail.reason || mail.lastError;
    await recordAudit(tx, actor, { action: 'mail.resent', subject: mail.subject, oldValue });
  });
}

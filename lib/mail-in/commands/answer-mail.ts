import { mayAdminister } from '#lib/access/policy.ts';
import { recordAudit } from '#lib/audit/record.ts';
import { composeMail } from '#lib/mail-out/compose.ts';
import { replyAddress } from '#lib/mail-out/envelope.ts';
import { contentOf, type MailRow, mailRow, mailRowJoins } from '#lib/mail-out/mail-row.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { smtpUrl } from '#lib/platform/env.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enforce, found } from '#lib/platform/verdict.ts';
import { property, readSettings } from '#lib/settings/settings.ts';
import { answerMime } from '../answer-mime.ts';
import { receiveAnswer } from '../receive.ts';
import { isAnswerable } from '../rules/is-answerable.ts';
import type { AnswerMail } from '../schema.ts';

/**
 * MAIL-1 · Answers an email of the built-in mailbox as its recipient: composes a real email that is received like one from
 * outside. Only for administrators, and only without a mail server; the audit log names the administrator.
 */
export async function answerMail(actor: Actor, { id, text }: AnswerMail): Promise<{ incomingId: string }> {
  enforce(mayAdminister(actor));
  return transaction(async (tx) => {
    const [mail] = await tx.$queryRaw<(MailRow & { status: string; createdAt: Date })[]>`
        select ${mailRow}, m.status::text as status, m.created_at as "createdAt"
        from mails m ${mailRowJoins} where m.id = ${id}::uuid`;
    const settings = await readSettings(tx);
    const { messageId, subject, address, recipientName: name, status, createdAt: sentAt } = found(mail, 'email');
    const replyTo = mail && replyAddress(mail, property(settings, 'mail.reply_domain'));
    enforce(isAnswerable({ hasServer: smtpUrl() !== null, replyTo: replyTo ?? null, status }));
    const quotedText = mail ? (await composeMail(contentOf(mail, settings))).text : '';
    const from = property(settings, 'mail.from');
    const recipient = { name, address };
    const raw = await answerMime(
      { messageId, subject, said: quotedText, sentAt, from, replyTo: replyTo ?? '', recipient },
      text,
    );
    await recordAudit(tx, actor, { action: 'email.answered', subject: address, newValue: mail?.number ?? null });
    return { incomingId: (await receiveAnswer(tx, raw)).id };
  });
}

import { mayAdminister } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { isUuid } from '#lib/platform/uuid.ts';
import { enforce, found } from '#lib/platform/verdict.ts';
import { type IncomingOutcome, type MailStatus, STOPPED } from '../mail-status.ts';
import { mayResend } from '../rules/resend.ts';
import { senderWords } from '../sender-words.ts';
import { withoutTokens } from '../shown-address.ts';
import { mailAsRead, type ReadMail } from './mailbox.ts';

/** An email with its delivery history. */
export type MailOfLog = { subject: string; number: string | null; reason: string; messageId: string } & (
  | {
      direction: 'out';
      status: MailStatus;
      event: string;
      recipient: { id: string; name: string; unreachable: string } | null;
      tries: number;
      nextTryAt: Date | null;
      sentAt: Date | null;
      lastError: string;
      mayBeResent: boolean;
      read: ReadMail;
    }
  | {
      direction: 'in';
      status: IncomingOutcome;
      from: string;
      to: string;
      at: Date;
      /** MAIL-8 · What is known about the sender. */
      sender: string;
      text: string;
    }
);

/** ADM-9 · One email of the log, incoming or outgoing. */
export async function mailOfLog(actor: Actor, id: string): Promise<MailOfLog> {
  enforce(mayAdminister(actor));
  return found(isUuid(id) ? ((await mailOut(actor, id)) ?? (await mailIn(id))) : null, 'email');
}

async function mailOut(actor: Actor, id: string): Promise<MailOfLog | null> {
  const mail = await db().mail.findUnique({
    where: { id },
    include: {
      task: { select: { number: true } },
      recipient: { select: { id: true, name: true, email: true, unreachableReason: true } },
    },
  });
  if (!mail) return null;
  const { subject, status, messageId, event, tries, sentAt, lastError, recipient } = mail;
  const isStopped = status === 'queued' && mail.held;
  const reason = isStopped ? STOPPED : mail.reason;
  const address = mail.address || (recipient?.email ?? '');
  return {
    direction: 'out',
    subject,
    number: mail.task?.number ?? null,
    reason,
    messageId,
    status,
    event,
    tries,
    nextTryAt: isStopped ? null : mail.nextTryAt,
    sentAt,
    lastError,
    recipient: recipient && { id: recipient.id, name: recipient.name, unreachable: recipient.unreachableReason },
    mayBeResent: mayResend({ status, reason, address }).ok,
    read: await mailAsRead(actor, id),
  };
}

async function mailIn(id: string): Promise<MailOfLog | null> {
  const mail = await db().incomingMail.findUnique({
    where: { id },
    omit: { raw: true },
    include: { task: { select: { number: true } } },
  });
  if (!mail) return null;
  const { subject, outcome, reason, messageId, fromName, fromAddress, toAddresses, receivedAt, text } = mail;
  return {
    direction: 'in',
    subject,
    number: mail.task?.number ?? null,
    reason,
    messageId,
    status: outcome,
    from: fromName ? `${fromName} <${fromAddress}>` : fromAddress,
    to: withoutTokens(toAddresses.join(', ')),
    at: receivedAt,
    sender: senderWords(mail),
    text: withoutTokens(text),
  };
}

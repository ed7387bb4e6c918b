import type { Transporter } from 'nodemailer';
import { calendarFile } from '#lib/diary/calendar-file.ts';
import { wordsOfVisit } from '#lib/diary/words-of-visit.ts';
import { now } from '#lib/platform/clock.ts';
import { smtpUrl } from '#lib/platform/env.ts';
import { log } from '#lib/platform/log.ts';
import { property, type Settings } from '#lib/settings/settings.ts';
import { type ComposedMail, composeMail } from './compose.ts';
import { deliveryOf, isServerAway, secretsOf } from './delivery-error.ts';
import { type DeliveryAttempt, type DueMail, recordSent } from './due-mails.ts';
import { headersOf, replyAddress } from './envelope.ts';
import { contentOf, type MailRow } from './mail-row.ts';
import { CONNECTIONS } from './transport.ts';

/** The result of a batch. `away`: why the mail server accepted nothing; null if it worked. */
export type Delivered = { tried: DeliveryAttempt[]; away: string | null };

/**
 * MAIL-2 · Tries the emails, several at once, until the server is unavailable or a sent email cannot be recorded; the others
 * stay in the queue. If a connection breaks while the server accepts other emails, only the email on that connection counts as
 * tried.
 */
export async function deliver(
  transport: Transporter,
  mails: readonly DueMail[],
  settings: Settings,
): Promise<Delivered> {
  const secrets = secretsOf(smtpUrl() ?? '');
  const waiting = [...mails];
  const tried: DeliveryAttempt[] = [];
  const broken: { mail: DueMail; failure: Error }[] = [];
  let isOver = false;
  const line = async () => {
    for (let mail = waiting.shift(); mail; mail = isOver ? undefined : waiting.shift()) {
      const failure = await failureOf(transport, mail, settings);
      if (failure && isServerAway(failure)) {
        broken.push({ mail, failure });
        isOver = true;
      } else if (failure) tried.push({ mail, delivery: deliveryOf(failure, secrets) });
      else {
        tried.push({ mail, delivery: { outcome: 'sent' } });
        if (!(await isWritten(mail))) isOver = true;
      }
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, line));
  const errors = broken.map(({ mail, failure }) => ({ mail, delivery: deliveryOf(failure, secrets) }));
  const away = tried.length === 0 ? (errors[0]?.delivery.error ?? null) : null;
  const undone = waiting.map((mail): DeliveryAttempt => ({ mail, delivery: { outcome: 'waits', error: '' } }));
  if (away === null) return { tried: [...tried, ...errors, ...undone], away };
  const waits = errors.map(
    ({ mail, delivery: { error } }): DeliveryAttempt => ({ mail, delivery: { outcome: 'waits', error } }),
  );
  return { tried: [...waits, ...undone], away };
}

/** Sends an email; returns the server's error, or null. */
async function failureOf(transport: Transporter, mail: DueMail, settings: Settings): Promise<Error | null> {
  const replyTo = replyAddress(mail, property(settings, 'mail.reply_domain'));
  const composed = await composeMail(contentOf(mail, settings));
  const from = property(settings, 'mail.from');
  try {
    await transport.sendMail({
      ...composed,
      ...headersOf(mail),
      ...inviteOf(mail, composed, from),
      from,
      to: { name: mail.recipientName, address: mail.address },
      ...(replyTo ? { replyTo } : {}),
    });
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** The email is sent even if this write fails: the batch is recorded again at its end. */
async function isWritten({ id }: DueMail): Promise<boolean> {
  try {
    await recordSent(id, now());
    return true;
  } catch (err) {
    log.warn({ err }, 'A mail that was sent was not written down');
    return false;
  }
}

/** The sender as a calendar organiser, from "Support <support@example.com>". */
function organiserOf(sender: string): { name: string; email: string } {
  const at = sender.lastIndexOf('<');
  if (at < 0 || !sender.endsWith('>')) return { name: sender, email: sender };
  const email = sender.slice(at + 1, -1);
  return { name: sender.slice(0, at).trim() || email, email };
}

/**
 * WO-14 · The calendar part of an email about an appointment, also attached as `invite.ics`; nothing for other emails or
 * reminders. The organiser is the sender.
 */
function inviteOf(mail: MailRow, { subject, text }: ComposedMail, sender: string) {
  const { visit } = mail.facts;
  if (!visit || visit.what === 'reminded') return {};
  const { method, content } = calendarFile({
    uid: visit.uid,
    sequence: visit.sequence,
    isCancelled: visit.isCancelled,
    from: new Date(visit.from),
    to: new Date(visit.to),
    summary: subject,
    description: text,
    location: wordsOfVisit(visit, mail.language).where,
    organiser: organiserOf(sender),
    attendee: { name: mail.recipientName, email: mail.address },
    written: new Date(visit.at),
  });
  return { icalEvent: { method, filename: 'invite.ics', content } };
}

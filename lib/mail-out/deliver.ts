import type { Transporter } from 'nodemailer';
import { now } from '#lib/platform/clock.ts';
import { smtpUrl } from '#lib/platform/env.ts';
import { log } from '#lib/platform/log.ts';
import { property, type Settings } from '#lib/settings/settings.ts';
import { composeMail } from './compose.ts';
import { deliveryOf, isServerAway, secretsOf } from './delivery-error.ts';
import { type DueMail, recordSent, type Tried } from './due-mails.ts';
import { headersOf, replyAddress } from './envelope.ts';
import { inviteOf } from './invite.ts';
import { contentOf } from './mail-row.ts';
import { CONNECTIONS } from './transport.ts';

/** What became of a batch, and why the mail server could be used for none of it; null: it could. */
export type Delivered = { tried: Tried[]; away: string | null };

/**
 * MAIL-2 · Tries each of the mails, some at once, until the server cannot be used, or what it took cannot be written down: the
 * others wait as if they had not been taken. A connection that breaks while the server answers to other mails is a try of
 * the mail that it broke with.
 */
export async function deliver(
  transport: Transporter,
  mails: readonly DueMail[],
  settings: Settings,
): Promise<Delivered> {
  const secrets = secretsOf(smtpUrl() ?? '');
  const waiting = [...mails];
  const tried: Tried[] = [];
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
  const undone = waiting.map((mail): Tried => ({ mail, delivery: { outcome: 'waits', error: '' } }));
  if (away === null) return { tried: [...tried, ...errors, ...undone], away };
  const waits = errors.map(({ mail, delivery: { error } }): Tried => ({ mail, delivery: { outcome: 'waits', error } }));
  return { tried: [...waits, ...undone], away };
}

/** Sends a mail; what the server had against it, or null. */
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

/** The server has it, whatever becomes of this: the batch is written once more at its end. */
async function isWritten({ id }: DueMail): Promise<boolean> {
  try {
    await recordSent(id, now());
    return true;
  } catch (err) {
    log.warn({ err }, 'A mail that was sent was not written down');
    return false;
  }
}

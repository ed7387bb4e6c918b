import type { Transporter } from 'nodemailer';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { smtpUrl } from '#lib/platform/env.ts';
import { isStopping } from '#lib/platform/lifecycle.ts';
import { log } from '#lib/platform/log.ts';
import { property, readSettings, type Settings } from '#lib/property/settings.ts';
import { composeMail } from './compose.ts';
import { deliveryOf, isServerAway, secretsOf } from './delivery-error.ts';
import { claimDueMails, type DueMail, recordDeliveries, recordSent, type Tried } from './due-mails.ts';
import { headersOf, replyAddress } from './envelope.ts';
import { contentOf } from './mail-row.ts';
import type { Delivery } from './rules/next-try.ts';
import { CONNECTIONS, mailTransport } from './transport.ts';

const BATCH = 80;

/**
 * MAIL-2, MAIL-12 · Sends all that is due, batch by batch, and says how many mails left. Any number of processes do so at
 * once. When no server answers, the rest of a batch is put back and the run ends: it goes on when the clock says so.
 */
export async function sendDueMails(): Promise<string> {
  let [sent, isAway] = [0, false];
  while (!isStopping() && !isAway) {
    const mails = await claimDueMails(now(), BATCH);
    if (mails.length === 0) break;
    const tried = await deliver(mails);
    await recordDeliveries(tried, now());
    sent += tried.filter(({ delivery }) => delivery?.outcome === 'sent').length;
    isAway = tried.some(({ delivery }) => delivery === null);
    const failed = tried.filter(({ delivery }) => delivery?.outcome === 'failed').length;
    if (failed > 0) log.warn({ failed, isAway }, 'Mails were not sent');
  }
  return `${sent} mails sent`;
}

/** Tries each of the mails, some at once; without a mail server the built-in mailbox has them as soon as they are sent. */
async function deliver(mails: readonly DueMail[]): Promise<Tried[]> {
  const transport = mailTransport();
  if (!transport) return mails.map((mail) => ({ mail, delivery: { outcome: 'sent' } }));
  const settings = await readSettings(db());
  const waiting = [...mails];
  const tried: Tried[] = [];
  let isAway = false;
  const line = async () => {
    for (let mail = waiting.shift(); mail; mail = waiting.shift()) {
      if (isAway) tried.push({ mail, delivery: null });
      else {
        const { delivery, serverIsAway } = await tryOne(transport, mail, settings);
        isAway ||= serverIsAway;
        tried.push({ mail, delivery });
      }
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, line));
  return tried;
}

async function tryOne(
  transport: Transporter,
  mail: DueMail,
  settings: Settings,
): Promise<{ delivery: Delivery; serverIsAway: boolean }> {
  const replyTo = replyAddress(mail, property(settings, 'mail.reply_domain'));
  const composed = await composeMail(contentOf(mail, settings));
  try {
    await transport.sendMail({
      ...composed,
      ...headersOf(mail),
      from: property(settings, 'mail.from'),
      to: { name: mail.recipientName, address: mail.address },
      ...(replyTo ? { replyTo } : {}),
    });
  } catch (error) {
    const failure = error instanceof Error ? error : new Error(String(error));
    return { delivery: deliveryOf(failure, secretsOf(smtpUrl() ?? '')), serverIsAway: isServerAway(failure) };
  }
  // The server has it, whatever becomes of this: the batch is written once more at its end.
  await recordSent(mail.id, now()).catch((err: unknown) =>
    log.warn({ err }, 'A mail that was sent was not written down'),
  );
  return { delivery: { outcome: 'sent' }, serverIsAway: false };
}

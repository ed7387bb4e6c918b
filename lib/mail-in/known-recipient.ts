import type { Db } from '#lib/platform/db.ts';
import { property, readSettings } from '#lib/settings/settings.ts';
import { addressOf, tokensAmong } from './rules/recipients.ts';

/** MAIL-3 · Whether email to this address is accepted: the support address, or a reply address. */
export async function isKnownRecipient(tx: Db, address: string): Promise<boolean> {
  const settings = await readSettings(tx);
  const recipient = address.trim().toLowerCase();
  if (recipient === addressOf(property(settings, 'mail.from'))) return true;
  const [answer] = tokensAmong([recipient]);
  if (!answer || !recipient.endsWith(`@${property(settings, 'mail.reply_domain').toLowerCase()}`)) return false;
  const where = { replyToken: answer.token, task: { number: answer.number } };
  return (await tx.mail.count({ where })) > 0;
}

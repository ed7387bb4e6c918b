import type { IncomingSource, SenderVerdict } from '#lib/platform/generated/prisma/client.ts';

/** MAIL-8 · The source of an email, and the receiving server's verdict about its sender. */
export type KnownSender = { source: IncomingSource; verdict: SenderVerdict };

export const NOT_VERIFIED = 'sender not verified';

/**
 * MAIL-8 · Whether the sender is unverified: no trusted server has checked it, or one says that it is forged. Answers in the
 * built-in mailbox come from an administrator, whom the audit log names.
 */
export const isUnverified = ({ source, verdict }: KnownSender): boolean => source !== 'mailbox' && verdict !== 'pass';

/** MAIL-8 · What staff read about an email's sender. */
export function senderWords(sender: KnownSender): string {
  if (sender.source === 'mailbox') return 'answered in the built-in mailbox';
  if (!isUnverified(sender)) return 'sender verified';
  return sender.verdict === 'fail' ? `${NOT_VERIFIED}, may be forged` : NOT_VERIFIED;
}

/** MAIL-8 · The note placed before email text that is added to a record. */
export const senderMark = (sender: KnownSender): string =>
  isUnverified(sender) ? `By email, ${senderWords(sender)}:\n\n` : '';

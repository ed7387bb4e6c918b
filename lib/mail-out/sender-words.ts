import type { IncomingSource, SenderVerdict } from '#lib/platform/generated/prisma/client.ts';

/** MAIL-8 · Of an email: by which way it came, and what the receiving server says of its sender. */
export type KnownSender = { source: IncomingSource; verdict: SenderVerdict };

export const NOT_VERIFIED = 'sender not verified';

/**
 * MAIL-8 · Whether no server vouches for the sender: none that we trust has looked, or it says that the sender is another.
 * An answer in the built-in mailbox comes from an administrator, whom the audit log names.
 */
export const isUnverified = ({ source, verdict }: KnownSender): boolean => source !== 'mailbox' && verdict !== 'pass';

/** MAIL-8 · What staff read of the sender of an email, wherever they do. */
export function senderWords(sender: KnownSender): string {
  if (sender.source === 'mailbox') return 'answered in the built-in mailbox';
  if (!isUnverified(sender)) return 'sender verified';
  return sender.verdict === 'fail' ? `${NOT_VERIFIED}, may be forged` : NOT_VERIFIED;
}

/** MAIL-8 · What stands before a text of an email that becomes words of a record. */
export const senderMark = (sender: KnownSender): string =>
  isUnverified(sender) ? `By email, ${senderWords(sender)}:\n\n` : '';

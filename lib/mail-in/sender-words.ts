import type { IncomingSource, SenderVerdict } from '#lib/platform/generated/prisma/client.ts';

const said: Readonly<Record<SenderVerdict, string>> = {
  pass: 'sender verified',
  none: 'sender not verified',
  fail: 'sender may be forged',
};

/** MAIL-8 · What agents read of the sender of an email. */
export const senderWords = ({ source, verdict }: { source: IncomingSource; verdict: SenderVerdict }): string =>
  source === 'mailbox' ? 'answered in the built-in mailbox' : said[verdict];

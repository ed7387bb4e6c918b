import { userConcurrency } from '#lib/platform/user-concurrency.ts';
import { MailReader } from './mail-reader.ts';
import { asMail, type ParsedMail, type PlainMail, type Unreadable } from './parse-mail.ts';
import { KEPT_OF_TOO_LARGE } from './size.ts';

/** How long the reading of one mail may take, in milliseconds. */
const PATIENCE = 15_000;

type Readers = Record<'incoming' | 'strangers' | 'opened' | 'downloaded', MailReader>;

// The framework loads this module more than once in a process, which has these readers.
const cached = globalThis as { casebridgeMailReaders?: Readers };

/** Mails of those we know, of strangers, those that people open and those that they download have a reader each: none waits for another. */
export function mailReader(name: keyof Readers): MailReader {
  cached.casebridgeMailReaders ??= {
    incoming: new MailReader(),
    strangers: new MailReader(),
    opened: new MailReader(),
    downloaded: new MailReader(),
  };
  return cached.casebridgeMailReaders[name];
}

/** MAIL-6 · Reads a mail in another process: one that was made to keep a server busy keeps it from nothing. */
export async function parseInWorker(
  raw: Uint8Array,
  { by = 'incoming', patience = PATIENCE }: { by?: keyof Readers; patience?: number } = {},
): Promise<ParsedMail | Unreadable> {
  const read = await mailReader(by).ask<PlainMail>({ what: 'read', raw }, patience);
  return 'unreadable' in read ? read : asMail(read);
}

/** MAIL-6 · What the beginning of a mail says that cannot be read as a whole: who wrote it, and about what. */
export const readBeginning = (raw: Uint8Array, by: keyof Readers = 'incoming') =>
  parseInWorker(raw.subarray(0, KEPT_OF_TOO_LARGE), { by });

/** ACC-12 · Of the mails that a person opens one is in hand at a time: nobody else waits for all of them. */
const openingTurns = userConcurrency('opened email', 1);

/** MAIL-5 · Reads a mail that somebody has opened, in a turn of that person. */
export const openInTurn = <T>(personId: string, read: () => Promise<T>): Promise<T> => openingTurns(personId, read);

/** MAIL-8 · A mail that somebody downloads, without the tokens that still work. */
export const maskApart = (raw: Uint8Array, { patience = PATIENCE } = {}) =>
  mailReader('downloaded').ask<Uint8Array>({ what: 'mask', raw }, patience);

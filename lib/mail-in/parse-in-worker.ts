import { userConcurrency } from '#lib/platform/user-concurrency.ts';
import { MailReader } from './mail-reader.ts';
import { asMail, type ParsedMail, type PlainMail, type Unreadable } from './parse-mail.ts';
import { STORED_OF_TOO_LARGE } from './size.ts';

/** In milliseconds: the time limit for reading one email. */
const TIMEOUT = 15_000;

type Readers = Record<'incoming' | 'strangers' | 'opened' | 'downloaded', MailReader>;

// The framework loads this module more than once in a process; these readers are shared.
const cached = globalThis as { casebridgeMailReaders?: Readers };

/** Separate readers for known senders, strangers, opened and downloaded emails, so that none waits for another. */
export function mailReader(name: keyof Readers): MailReader {
  cached.casebridgeMailReaders ??= {
    incoming: new MailReader(),
    strangers: new MailReader(),
    opened: new MailReader(),
    downloaded: new MailReader(),
  };
  return cached.casebridgeMailReaders[name];
}

/** MAIL-6 · Parses an email in another process, so that a malicious email cannot block this one. */
export async function parseInWorker(
  raw: Uint8Array,
  { by = 'incoming', patience = TIMEOUT }: { by?: keyof Readers; patience?: number } = {},
): Promise<ParsedMail | Unreadable> {
  const read = await mailReader(by).ask<PlainMail>({ what: 'read', raw }, patience);
  return 'unreadable' in read ? read : asMail(read);
}

/** MAIL-6 · Parses the beginning of an email that is unreadable as a whole: its sender and subject. */
export const readBeginning = (raw: Uint8Array, by: keyof Readers = 'incoming') =>
  parseInWorker(raw.subarray(0, STORED_OF_TOO_LARGE), { by });

/** ACC-12 · A person opens one email at a time, so that others need not wait for all of them. */
const openingQueue = userConcurrency('opened email', 1);

/** MAIL-5 · Reads an opened email in the person's queue. */
export const openQueued = <T>(personId: string, read: () => Promise<T>): Promise<T> => openingQueue(personId, read);

/** MAIL-8 · Masks the tokens of a downloaded email, because they still work. */
export const maskInWorker = (raw: Uint8Array, { patience = TIMEOUT } = {}) =>
  mailReader('downloaded').ask<Uint8Array>({ what: 'mask', raw }, patience);

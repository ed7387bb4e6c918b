import { withoutTokens } from '#lib/mail-out/shown-address.ts';
import { db } from '#lib/platform/db.ts';
import { readText } from './characters.ts';
import { endOfHeaders } from './encoded-headers.ts';
import { clean } from './one-line.ts';
import { openQueued, parseInWorker, readBeginning } from './parse-in-worker.ts';
import type { ParsedMail } from './parse-mail.ts';
import { rawMail } from './raw-mail.ts';
import { withoutEmptyEnds } from './rules/new-text.ts';

/** In bytes: how much text below the headers is shown if an email cannot be parsed. */
const LINES = 4_000;

/** MAIL-6 · An unreadable email is not parsed again, because it may be an attack on the server's capacity. */
export async function markUnreadable(id: string, unreadable: string): Promise<void> {
  await db().incomingMail.updateMany({ where: { id }, data: { unreadable } });
}

/** An opened email. `unreadable`: why only its beginning could be parsed; `mail` is null if not even that could. */
export type OpenedMail = { mail: ParsedMail; unreadable: '' } | { mail: ParsedMail | null; unreadable: string };

/** MAIL-5, MAIL-6 · Opens an email for a person: in full, or its beginning if it is unreadable. */
export const openMail = (personId: string, id: string): Promise<OpenedMail> =>
  openQueued(personId, async () => {
    const row = await db().incomingMail.findUniqueOrThrow({ where: { id }, select: { unreadable: true } });
    const raw = await rawMail(id);
    const parsed = row.unreadable === '' ? await parseInWorker(raw, { by: 'opened' }) : row;
    if (!('unreadable' in parsed)) return { mail: parsed, unreadable: '' };
    const { unreadable } = parsed;
    if (row.unreadable === '') await markUnreadable(id, unreadable);
    return { mail: await beginningOf(raw), unreadable };
  });

/** The beginning of an email; if that cannot be parsed, its headers and the lines below them. */
async function beginningOf(raw: Uint8Array): Promise<ParsedMail | null> {
  const beginning = await readBeginning(raw, 'opened');
  if (!('unreadable' in beginning)) return beginning;
  const end = endOfHeaders(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength));
  const headers = await parseInWorker(raw.subarray(0, end), { by: 'opened' });
  if ('unreadable' in headers) return null;
  const lines = clean(readText(raw.subarray(end, end + LINES)));
  return { ...headers, text: withoutTokens(withoutEmptyEnds(lines)) };
}

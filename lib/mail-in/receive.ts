import { createHash } from 'node:crypto';
import { enqueue } from '#lib/jobs/enqueue.ts';
import { now } from '#lib/platform/clock.ts';
import type { Db } from '#lib/platform/db.ts';
import type { IncomingSource } from '#lib/platform/generated/prisma/client.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { readSettings } from '#lib/property/settings.ts';
import { headersOf } from './headers-of.ts';
import type { ParsedMail, Unreadable } from './parse-mail.ts';
import { headerBlock, messageIdsIn, valuesOf } from './raw-headers.ts';
import { readBeginning } from './read-apart.ts';
import { KEPT_OF_TOO_LARGE, LARGEST_MAIL, TOO_LARGE } from './size.ts';

/** What became of a mail that came in. `isNew`: it had not been here before. */
export type Receipt = { id: string; isNew: boolean };

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** MAIL-7 · The mail's own name; a hash of it where it has none. */
function nameOf(raw: Uint8Array): string {
  const [given] = valuesOf(headerBlock(raw), 'message-id').flatMap(messageIdsIn);
  return given?.replaceAll('\0', '') ?? `sha256:${hashOf(raw)}`;
}

/** What a mail says below its headers, which grow on its way. */
function bodyOf(raw: Uint8Array): Uint8Array {
  const end = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).indexOf('\n\r\n');
  return end < 0 ? raw : raw.subarray(end + 3);
}

/**
 * MAIL-3, MAIL-7 · Takes a mail in, as it came, once, and has it read by a job that is queued in the same transaction: who
 * hands it over may forget it. What is too large is kept for review by its beginning. Another mail under the name of one that
 * is here is not lost: it is stored beside it, under that name and a hash.
 */
export async function receive(raw: Uint8Array, source: IncomingSource): Promise<Receipt> {
  const name = nameOf(raw);
  const isTooLarge = raw.byteLength > LARGEST_MAIL;
  const beginning = isTooLarge ? await readBeginning(raw) : null;
  return transaction(async (tx) => {
    const kept = isTooLarge ? raw.subarray(0, KEPT_OF_TOO_LARGE) : raw;
    const id = (await insert(tx, name, kept, source)) ?? (await insertBeside(tx, name, kept, source));
    if (typeof id !== 'string') return { id: id.there, isNew: false };
    if (beginning) await setAside(tx, id, beginning);
    else await enqueue(tx, 'read-mail', { id });
    return { id, isNew: true };
  });
}

async function insert(tx: Db, name: string, raw: Uint8Array, source: IncomingSource): Promise<string | undefined> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    insert into incoming_mails (message_id, received_at, source, raw)
    values (${name}, ${now()}, ${source}::incoming_source, ${raw}) on conflict do nothing returning id`;
  return row?.id;
}

async function setAside(tx: Db, id: string, mail: ParsedMail | Unreadable): Promise<void> {
  const headers = 'unreadable' in mail ? {} : headersOf(mail, await readSettings(tx));
  const data = { ...headers, outcome: 'waits_for_review', reason: TOO_LARGE } as const;
  await tx.incomingMail.update({ where: { id }, data });
}

async function insertBeside(tx: Db, name: string, raw: Uint8Array, source: IncomingSource) {
  const there = await tx.incomingMail.findUniqueOrThrow({ where: { messageId: name } });
  if (hashOf(bodyOf(there.raw)) === hashOf(bodyOf(raw))) return { there: there.id };
  const beside = `${name} ${hashOf(bodyOf(raw)).slice(0, 16)}`;
  const id = await insert(tx, beside, raw, source);
  return id ?? { there: (await tx.incomingMail.findUniqueOrThrow({ where: { messageId: beside } })).id };
}

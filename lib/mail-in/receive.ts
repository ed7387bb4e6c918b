import { now } from '#lib/platform/clock.ts';
import { type Db, db, Prisma } from '#lib/platform/db.ts';
import type { IncomingSource } from '#lib/platform/generated/prisma/client.ts';
import { queryWith } from '#lib/platform/large-values.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { type Place, queueAbout } from '#lib/queue/enqueue.ts';
import { readSettings } from '#lib/settings/settings.ts';
import { type Intake, intakeOf } from './intake.ts';
import { readBeginning } from './parse-in-worker.ts';
import { headerBlock, messageIdsIn, valuesOf } from './raw-headers.ts';
import { LARGEST_MAIL, STORED_OF_TOO_LARGE, TOO_LARGE } from './size.ts';
import { storeForReview } from './store-for-review.ts';

/** The result of receiving an email. `isNew`: it was not stored before. */
export type Receipt = { id: string; isNew: boolean };

/** How an email arrives; `cameFrom`: the network of the sending server, if known. */
type Way = { source: IncomingSource; cameFrom?: string };

/** MAIL-6 · An email is refused for now and not stored; the sending server tries again later. */
export class MailDeferred extends Error {
  override name = 'MailDeferred';
}

/** MAIL-6 · A remote mailbox counts as one network, so that strangers are limited there as by SMTP. */
const networkOf = (source: IncomingSource) => (source === 'imap' ? 'imap' : '');

/** Hashes asynchronously, off the main thread. */
const hashOf = async (bytes: Uint8Array) =>
  Buffer.from(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)).toString('hex');

/** MAIL-7 · The email's Message-ID, or a hash of the email if it has none. */
async function nameOf(raw: Uint8Array): Promise<string> {
  const [given] = valuesOf(headerBlock(raw), 'message-id').flatMap(messageIdsIn);
  return given?.replaceAll('\0', '') ?? `sha256:${await hashOf(raw)}`;
}

/** The email below its headers. Headers are left out because servers on the way add to them. */
function bodyOf(raw: Uint8Array): Uint8Array {
  const end = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).indexOf('\n\r\n');
  return end < 0 ? raw : raw.subarray(end + 3);
}

/** Runs a statement, inside or outside a transaction. */
type Run = <T extends Record<string, string | null>>(sql: Prisma.Sql) => Promise<T[]>;
type Mail = { name: string; source: IncomingSource; raw: Uint8Array; intake: Intake; isRead: boolean };

/**
 * MAIL-3, MAIL-7 · Stores an email as received, once, and queues the job that reads it in the same statement; after that, the
 * sending server may forget it. Of a too large email the beginning is kept for review. A different email with a known
 * Message-ID is stored too, under the Message-ID and a hash.
 */
export async function receive(raw: Uint8Array, { source, cameFrom = networkOf(source) }: Way): Promise<Receipt> {
  const intake = await intakeOf(db(), raw, cameFrom);
  if (intake.comesLater !== null) throw new MailDeferred(intake.comesLater);
  const name = await nameOf(raw);
  if (raw.byteLength <= LARGEST_MAIL) return store(queryWith(raw), { name, source, raw, intake, isRead: true });
  const beginning = await readBeginning(raw);
  return transaction(async (tx) => {
    const kept = { name, source, raw: raw.subarray(0, STORED_OF_TOO_LARGE), intake, isRead: false };
    const receipt = await store((sql) => tx.$queryRaw(sql), kept);
    const waiting = { id: receipt.id, raw, mail: beginning, reason: TOO_LARGE };
    if (receipt.isNew) await storeForReview(tx, waiting, await readSettings(tx));
    return receipt;
  });
}

/** MAIL-1 · The same for an answer written in the built-in mailbox, inside its transaction. */
export async function receiveAnswer(tx: Db, raw: Uint8Array): Promise<Receipt> {
  const mail = { name: await nameOf(raw), source: 'mailbox', raw, intake: await intakeOf(tx, raw, '') } as const;
  return store((sql) => tx.$queryRaw(sql), { ...mail, isRead: true });
}

async function store(run: Run, mail: Mail): Promise<Receipt> {
  const id = await insert(run, mail);
  if (id !== undefined) return { id, isNew: true };
  const there = await stored(run, mail.name);
  const hash = await hashOf(bodyOf(mail.raw));
  if (there.hash === hash) return { id: there.id, isNew: false };
  const beside = `${mail.name} ${hash.slice(0, 16)}`;
  const added = await insert(run, { ...mail, name: beside });
  return added === undefined ? { id: (await stored(run, beside)).id, isNew: false } : { id: added, isNew: true };
}

async function insert(run: Run, { name, source, raw, intake, isRead }: Mail): Promise<string | undefined> {
  const { fromAddress, cameFrom, fromStranger } = intake;
  const [row] = await run<{ id: string }>(Prisma.sql`
    with new as (
      insert into incoming_mails (message_id, received_at, source, raw, from_address, came_from, from_stranger)
      values (${name}, ${now()}, ${source}::incoming_source, ${raw}, ${fromAddress}, ${cameFrom}, ${fromStranger})
      on conflict do nothing returning id)
    select id::text as id, ${isRead ? queued(intake) : null} as job from new`);
  return row?.id;
}

const queued = (place: Place) => queueAbout('read-mail', Prisma.sql`new.id`, place);

/** The stored email with that Message-ID, with a hash of its body. */
async function stored(run: Run, name: string): Promise<{ id: string; hash: string }> {
  const [row] = await run<{ id: string; hash: string }>(Prisma.sql`
    select id::text as id, encode(sha256(case when at = 0 then raw else substr(raw, at + 3) end), 'hex') as hash
    from (select id, raw, position('\\x0a0d0a'::bytea in raw) as at from incoming_mails where message_id = ${name}) m`);
  if (!row) throw new Error('A mail is neither here nor can it be stored.');
  return row;
}

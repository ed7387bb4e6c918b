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
import { setAside } from './set-aside.ts';
import { KEPT_OF_TOO_LARGE, LARGEST_MAIL, TOO_LARGE } from './size.ts';

/** What became of a mail that came in. `isNew`: it had not been here before. */
export type Receipt = { id: string; isNew: boolean };

/** By which way a mail comes; `cameFrom`: the network of the server that hands it over, where it has one. */
type Way = { source: IncomingSource; cameFrom?: string };

/** MAIL-6 · A mail is not taken now, and nothing of it is kept: who hands it over sends it again. */
export class ComesLater extends Error {
  override name = 'ComesLater';
}

/** MAIL-6 · A mailbox elsewhere counts as one network: strangers are limited there as they are by SMTP. */
const networkOf = (source: IncomingSource) => (source === 'imap' ? 'imap' : '');

/** Hashed beside the thread that answers everybody. */
const hashOf = async (bytes: Uint8Array) =>
  Buffer.from(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)).toString('hex');

/** MAIL-7 · The mail's own name; a hash of it where it has none. */
async function nameOf(raw: Uint8Array): Promise<string> {
  const [given] = valuesOf(headerBlock(raw), 'message-id').flatMap(messageIdsIn);
  return given?.replaceAll('\0', '') ?? `sha256:${await hashOf(raw)}`;
}

/** What a mail says below its headers, which grow on its way. */
function bodyOf(raw: Uint8Array): Uint8Array {
  const end = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).indexOf('\n\r\n');
  return end < 0 ? raw : raw.subarray(end + 3);
}

/** Runs a statement about a mail, in a transaction or as one. */
type Run = <T extends Record<string, string | null>>(sql: Prisma.Sql) => Promise<T[]>;
type Mail = { name: string; source: IncomingSource; raw: Uint8Array; intake: Intake; isRead: boolean };

/**
 * MAIL-3, MAIL-7 · Takes a mail in, as it came, once, and has it read by a job that is queued by the same statement: who
 * hands it over may forget it. What is too large is kept for review by its beginning. Another mail under the name of one that
 * is here is not lost: it is stored beside it, under that name and a hash.
 */
export async function receive(raw: Uint8Array, { source, cameFrom = networkOf(source) }: Way): Promise<Receipt> {
  const intake = await intakeOf(db(), raw, cameFrom);
  if (intake.comesLater !== null) throw new ComesLater(intake.comesLater);
  const name = await nameOf(raw);
  if (raw.byteLength <= LARGEST_MAIL) return store(queryWith(raw), { name, source, raw, intake, isRead: true });
  const beginning = await readBeginning(raw);
  return transaction(async (tx) => {
    const kept = { name, source, raw: raw.subarray(0, KEPT_OF_TOO_LARGE), intake, isRead: false };
    const receipt = await store((sql) => tx.$queryRaw(sql), kept);
    const waiting = { id: receipt.id, raw, mail: beginning, reason: TOO_LARGE };
    if (receipt.isNew) await setAside(tx, waiting, await readSettings(tx));
    return receipt;
  });
}

/** MAIL-1 · The same with an answer that was written here, in the transaction that writes it. */
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

/** The mail of that name, with a hash of what it says below its headers. */
async function stored(run: Run, name: string): Promise<{ id: string; hash: string }> {
  const [row] = await run<{ id: string; hash: string }>(Prisma.sql`
    select id::text as id, encode(sha256(case when at = 0 then raw else substr(raw, at + 3) end), 'hex') as hash
    from (select id, raw, position('\\x0a0d0a'::bytea in raw) as at from incoming_mails where message_id = ${name}) m`);
  if (!row) throw new Error('A mail is neither here nor can it be stored.');
  return row;
}

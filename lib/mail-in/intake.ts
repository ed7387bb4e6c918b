import { now } from '#lib/platform/clock.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import type { Place } from '#lib/queue/enqueue.ts';
import { headerBlock, messageIdsIn, valuesOf } from './raw-headers.ts';
import { type Amount, type Counted, deferredBecause, INTAKE } from './rules/intake.ts';

/** What is known of an email before parsing: the claimed sender, whether we know that sender, and the place in the queue. */
export type Intake = Place & {
  fromAddress: string;
  cameFrom: string;
  fromStranger: boolean;
  comesLater: string | null;
};

/** Job priorities are small numbers; senders with this many waiting emails all come last. */
const LAST_POSITION = 1_000;

/** The claimed sender. Parsed properly later; here it only decides whether and when the email is read. */
function claimedSender(raw: Uint8Array): string {
  const [from = ''] = valuesOf(headerBlock(raw), 'from');
  const shown = from.slice(0, 1_000).replaceAll('\0', '').toLowerCase();
  const [, inBrackets = ''] = /<([^<>\s]{3,254})>/.exec(shown) ?? [];
  return inBrackets || shown.split(/[\s,;<>"()]+/).find((word) => /^[^@]{1,64}@[^@]{1,190}$/.test(word)) || '';
}

/** In bytes: a bounce names the returned email near its beginning. */
const BEGINNING = 64_000;
const NAMED = 50;

/** Whether an email claims to concern an email that we sent: an answer or a bounce. */
async function namesOurs(tx: Db, raw: Uint8Array): Promise<boolean> {
  const beginning = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, BEGINNING)).toString('latin1');
  const ids = messageIdsIn(beginning.replaceAll('\0', '')).slice(0, NAMED);
  return (await tx.mail.count({ where: { messageId: { in: ids }, sentAt: { not: null } } })) > 0;
}

async function isOfStranger(tx: Db, raw: Uint8Array, fromAddress: string): Promise<boolean> {
  return (await tx.user.count({ where: { email: fromAddress } })) === 0 && !(await namesOurs(tx, raw));
}

const HOUR = 3_600_000;
const ofStranger = Prisma.sql`from_stranger`;
const waiting = Prisma.sql`from_stranger and outcome in ('received', 'waits_for_review', 'held_back')`;

type Count = Amount & { unread: number };

/** Counts emails up to a limit, using an index. */
const count = (where: Prisma.Sql, { mails }: Amount) => Prisma.sql`(
  select json_build_object('mails', count(*), 'bytes', coalesce(sum(size), 0), 'unread', count(*) filter (where unread))
  from (select octet_length(raw) as size, outcome = 'received' as unread from incoming_mails where ${where} limit ${mails}) c)`;

const counts = (since: Date) => ({
  strangers: count(Prisma.sql`${ofStranger} and received_at > ${since}`, INTAKE.strangers),
  strangersWaiting: count(waiting, INTAKE.strangersWaiting),
});

/**
 * MAIL-6 · Counts what came before an email in the last hour: from the same known sender and network, or from strangers.
 * Strangers share a limit. Known senders, and those who answer our emails, each have their own, so that strangers cannot block
 * them. A source without a network, such as another mailbox, has its own limits. `turn`: every sender's first waiting email is
 * read before the second of any other.
 */
export async function intakeOf(tx: Db, raw: Uint8Array, cameFrom: string): Promise<Intake> {
  const fromAddress = claimedSender(raw);
  const fromStranger = await isOfStranger(tx, raw, fromAddress);
  const since = new Date(now().getTime() - HOUR);
  const isOfNetwork = fromStranger && cameFrom !== '';
  const same = isOfNetwork ? ofStranger : Prisma.sql`from_address = ${fromAddress}`;
  const limit = isOfNetwork ? INTAKE.strangersOfNetwork : INTAKE.known;
  const { strangers, strangersWaiting } = counts(since);
  const sourceCount = count(Prisma.sql`${same} and came_from = ${cameFrom} and received_at > ${since}`, limit);
  const [row] = isOfNetwork
    ? await tx.$queryRaw<
        Row[]
      >`select ${sourceCount} as own, ${strangers} as strangers, ${strangersWaiting} as "strangersWaiting"`
    : await tx.$queryRaw<Row[]>`select ${sourceCount} as own`;
  const { own: before = { mails: 0, bytes: 0, unread: 0 }, ...all } = row ?? {};
  const counted = isOfNetwork ? { ...all, strangersOfNetwork: before } : { known: before };
  return {
    fromAddress,
    cameFrom,
    fromStranger,
    comesLater: cameFrom === '' ? null : deferredBecause(counted),
    lane: fromStranger ? 'mails of strangers' : 'mails',
    turn: Math.min(before.unread, LAST_POSITION),
  };
}

type Row = { own: Count } & Omit<Counted, 'known' | 'strangersOfNetwork'>;

/** ADM-11 · Why emails from strangers are deferred now, for all networks or the busiest one; null: they are not. */
export async function strangersDeferredBecause(tx: Db): Promise<string | null> {
  const since = new Date(now().getTime() - HOUR);
  const { strangers, strangersWaiting } = counts(since);
  const [row = {}] = await tx.$queryRaw<Counted[]>`
    select ${strangers} as strangers, ${strangersWaiting} as "strangersWaiting",
      (select json_build_object('mails', coalesce(max(mails), 0), 'bytes', coalesce(max(bytes), 0)) from (
        select count(*) as mails, sum(octet_length(raw)) as bytes from incoming_mails
        where ${ofStranger} and came_from <> '' and received_at > ${since} group by came_from) n) as "strangersOfNetwork"`;
  return deferredBecause(row);
}

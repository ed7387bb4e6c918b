import { now } from '#lib/platform/clock.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import type { Place } from '#lib/queue/enqueue.ts';
import { headerBlock, messageIdsIn, valuesOf } from './raw-headers.ts';
import { type Amount, type Counted, comesLater, INTAKE } from './rules/intake.ts';

/** What is known of a mail before it is read: who it says it is from, whether we know them, and when it is read. */
export type Intake = Place & {
  fromAddress: string;
  cameFrom: string;
  fromStranger: boolean;
  comesLater: string | null;
};

/** The priority of a job is a small number: who has so many mails waiting comes last. */
const LAST_TURN = 1_000;

/** Who a mail says it is from. It is read properly later: here it only says whether and when that is. */
function claimedSender(raw: Uint8Array): string {
  const [from = ''] = valuesOf(headerBlock(raw), 'from');
  const shown = from.slice(0, 1_000).replaceAll('\0', '').toLowerCase();
  const [, inBrackets = ''] = /<([^<>\s]{3,254})>/.exec(shown) ?? [];
  return inBrackets || shown.split(/[\s,;<>"()]+/).find((word) => /^[^@]{1,64}@[^@]{1,190}$/.test(word)) || '';
}

/** A report of a mail that came back names it in its beginning. */
const BEGINNING = 64_000;
const NAMED = 50;

/** Whether a mail says that it is about one that we have sent: an answer, or a report that it came back. */
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

/** Counts mails up to a limit, by an index. */
const count = (where: Prisma.Sql, { mails }: Amount) => Prisma.sql`(
  select json_build_object('mails', count(*), 'bytes', coalesce(sum(size), 0), 'unread', count(*) filter (where unread))
  from (select octet_length(raw) as size, outcome = 'received' as unread from incoming_mails where ${where} limit ${mails}) c)`;

const counts = (since: Date) => ({
  strangers: count(Prisma.sql`${ofStranger} and received_at > ${since}`, INTAKE.strangers),
  strangersWaiting: count(waiting, INTAKE.strangersWaiting),
});

/**
 * MAIL-6 · Looks at what came before a mail: in the last hour of one who is known by the same network, or of strangers. Strangers
 * are limited together, and known senders and those who answer mails of ours each alone, so that nobody of these is kept out by them. A way without a
 * network, such as a mailbox elsewhere, has limits of its own. `turn`: of each sender the first that waits is read before the
 * second of another.
 */
export async function intakeOf(tx: Db, raw: Uint8Array, cameFrom: string): Promise<Intake> {
  const fromAddress = claimedSender(raw);
  const fromStranger = await isOfStranger(tx, raw, fromAddress);
  const since = new Date(now().getTime() - HOUR);
  const isOfNetwork = fromStranger && cameFrom !== '';
  const same = isOfNetwork ? ofStranger : Prisma.sql`from_address = ${fromAddress}`;
  const limit = isOfNetwork ? INTAKE.strangersOfNetwork : INTAKE.known;
  const { strangers, strangersWaiting } = counts(since);
  const own = count(Prisma.sql`${same} and came_from = ${cameFrom} and received_at > ${since}`, limit);
  const [row] = isOfNetwork
    ? await tx.$queryRaw<
        Row[]
      >`select ${own} as own, ${strangers} as strangers, ${strangersWaiting} as "strangersWaiting"`
    : await tx.$queryRaw<Row[]>`select ${own} as own`;
  const { own: before = { mails: 0, bytes: 0, unread: 0 }, ...all } = row ?? {};
  const counted = isOfNetwork ? { ...all, strangersOfNetwork: before } : { known: before };
  return {
    fromAddress,
    cameFrom,
    fromStranger,
    comesLater: cameFrom === '' ? null : comesLater(counted),
    lane: fromStranger ? 'mails of strangers' : 'mails',
    turn: Math.min(before.unread, LAST_TURN),
  };
}

type Row = { own: Count } & Omit<Counted, 'known' | 'strangersOfNetwork'>;

/** ADM-11 · Why strangers, of all networks or of the one that most came from, are told to come later now, if they are. */
export async function strangersComeLater(tx: Db): Promise<string | null> {
  const since = new Date(now().getTime() - HOUR);
  const { strangers, strangersWaiting } = counts(since);
  const [row = {}] = await tx.$queryRaw<Counted[]>`
    select ${strangers} as strangers, ${strangersWaiting} as "strangersWaiting",
      (select json_build_object('mails', coalesce(max(mails), 0), 'bytes', coalesce(max(bytes), 0)) from (
        select count(*) as mails, sum(octet_length(raw)) as bytes from incoming_mails
        where ${ofStranger} and came_from <> '' and received_at > ${since} group by came_from) n) as "strangersOfNetwork"`;
  return comesLater(row);
}

import { can } from '#lib/access/policy.ts';
import { workedOf } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { type Db, db, Prisma } from '#lib/platform/db.ts';
import type { IncomingOutcome, IncomingSource, SenderVerdict } from '#lib/platform/generated/prisma/client.ts';
import type { TimePlace } from '#lib/platform/keyset.ts';
import { pathOfNumber } from '#lib/task/kind.ts';
import { rawMail } from '../raw-mail.ts';
import { readOpened } from '../read-apart.ts';
import { readableMails, waits } from '../readable-mails.ts';
import { withoutTokens } from '../shown-address.ts';

/** A mail that waits, in a list. */
export type WaitingMail = {
  id: string;
  at: Date;
  fromAddress: string;
  fromName: string;
  subject: string;
  reason: string;
  verdict: SenderVerdict;
  number: string | null;
};

const PAGE = 50;

/** MAIL-5 · The mails that wait for somebody to look at them, newest first; `next`: where the older ones begin. */
export async function mailsToReview(
  actor: Actor,
  before: TimePlace | null,
): Promise<{ mails: WaitingMail[]; next: TimePlace | null }> {
  const older = before ? Prisma.sql`and (i.received_at, i.id) < (${before.at}, ${before.id}::uuid)` : Prisma.empty;
  const mails = await db().$queryRaw<WaitingMail[]>`
    select i.id, i.received_at as at, i.from_address as "fromAddress", i.from_name as "fromName", i.subject, i.reason,
           i.verdict::text as verdict, t.number
    from incoming_mails i left join users u on u.id = i.sender_id left join tasks t on t.id = i.task_id
    where ${waits} and ${mayReview(actor)} and ${readableMails(actor)} ${older}
    order by i.received_at desc, i.id desc limit ${PAGE + 1}`;
  const shown = mails.slice(0, PAGE);
  return { mails: shown, next: mails.length > PAGE ? (shown.at(-1) ?? null) : null };
}

const mayReview = (actor: Actor) => (can(actor, 'edit', 'case') ? Prisma.sql`true` : Prisma.sql`false`);

type Row = Omit<WaitingMail, 'number'> & {
  number: string | null;
  /** MAIL-5 · The case that it seems to answer, if the actor can file it there. */
  fileTo: string | null;
  outcome: IncomingOutcome;
  source: IncomingSource;
  toAddresses: string[];
  authentication: string;
  size: number;
  sender: { id: string; name: string; is: 'internal' | 'contact' | 'consumer' } | null;
  reviewedBy: string | null;
};

/** MAIL-4 · What is known of a mail that came in, for who may read it; null for anybody else. */
export async function incomingMail(tx: Db, actor: Actor, id: string): Promise<Row | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    select i.id, i.received_at as at, i.from_address as "fromAddress", i.from_name as "fromName", i.subject, i.reason,
           i.verdict::text as verdict, i.authentication, i.outcome::text as outcome, i.source::text as source,
           i.to_addresses as "toAddresses", octet_length(i.raw) as size, t.number, r.name as "reviewedBy",
           case when t.kind = 'case' and t.active and (${workedOf('case', actor)}) then t.number end as "fileTo",
           case when u.id is not null then json_build_object('id', u.id, 'name', u.name, 'is', u.kind) end as sender
    from incoming_mails i left join users u on u.id = i.sender_id left join tasks t on t.id = i.task_id
      left join users r on r.id = i.reviewed_by_id
    where i.id = ${id}::uuid and ${readableMails(actor)}`;
  return row ?? null;
}

/** One name among others: short, and in quotes where it could be taken for several. */
function shownName(name: string): string {
  const short = name.length > 120 ? `${name.slice(0, 100)}…${name.slice(-15)}` : name || 'attachment';
  return /[,;]/.test(short) ? `“${short}”` : short;
}

/** MAIL-4 · The whole mail to be read: its text, without anything that a browser would run, and the names of its files. */
export async function wholeMail(actor: Actor, id: string) {
  const row = await incomingMail(db(), actor, id);
  if (!row) return null;
  const { number, outcome, ...mail } = row;
  const raw = await rawMail(id);
  const parsed = await readOpened(raw);
  return {
    ...mail,
    outcome,
    number,
    href: number && pathOfNumber(number),
    text: withoutTokens(
      'unreadable' in parsed ? Buffer.from(raw.subarray(0, 4_000)).toString('latin1') : parsed.text.trim(),
    ),
    files: 'unreadable' in parsed ? [] : parsed.files.map(({ name }) => shownName(name)),
    isWaiting: ['waits_for_review', 'held_back'].includes(outcome) && can(actor, 'edit', 'case'),
  };
}

export type WholeMail = NonNullable<Awaited<ReturnType<typeof wholeMail>>>;

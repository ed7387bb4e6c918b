import { can } from '#lib/access/policy.ts';
import { workedOf } from '#lib/access/readable.ts';
import type { Actor, Person } from '#lib/platform/actor.ts';
import { type Db, db, Prisma } from '#lib/platform/db.ts';
import type { IncomingOutcome, IncomingSource, SenderVerdict } from '#lib/platform/generated/prisma/client.ts';
import type { TimePlace } from '#lib/platform/keyset.ts';
import { pathOfNumber } from '#lib/record/kind.ts';
import { becauseNow, belongs } from '../case-of-mail.ts';
import { openMail } from '../open-mail.ts';
import { isUndecidedSql, readableMails, senderOfMail } from '../readable-mails.ts';
import { mailIsUndecided } from '../rules/mail-is-undecided.ts';
import { isInCase, mayGoBack } from '../rules/move-mail.ts';

/** An email that waits for review, in a list. */
export type WaitingMail = {
  id: string;
  at: Date;
  fromAddress: string;
  fromName: string;
  subject: string;
  reason: string;
  verdict: SenderVerdict;
  /** The case that it is filed to or seems to answer. */
  number: string | null;
};

/** A reviewed email: who did what, and when. */
export type ReviewedMail = WaitingMail & {
  outcome: IncomingOutcome;
  wasMoved: boolean;
  /** The previous case, if the actor may see it. */
  movedFrom: string | null;
  by: string;
  reviewedAt: Date;
};

const PAGE = 50;

/** MAIL-5 · The emails that wait for review, newest first; `next`: where the next page begins. */
export const mailsToReview = (actor: Actor, before: TimePlace | null) =>
  mailsWhere<WaitingMail>(actor, before, isUndecidedSql);

/** MAIL-5 · Reviewed emails (filed, moved, opened as a case or discarded), newest first. */
export const reviewedMails = (actor: Actor, before: TimePlace | null) =>
  mailsWhere<ReviewedMail>(actor, before, Prisma.sql`i.reviewed_by_id is not null`);

/** MAIL-5 · The next email to review: the next older one that waits, else the newest. */
export async function nextToReview(actor: Actor, after: TimePlace): Promise<string | null> {
  const { mails } = await mailsToReview(actor, after);
  return (mails[0] ?? (await mailsToReview(actor, null)).mails[0])?.id ?? null;
}

async function mailsWhere<Mail extends WaitingMail>(
  actor: Actor,
  before: TimePlace | null,
  wanted: Prisma.Sql,
): Promise<{ mails: Mail[]; next: TimePlace | null }> {
  const older = before ? Prisma.sql`and (i.received_at, i.id) < (${before.at}, ${before.id}::uuid)` : Prisma.empty;
  const mails = await db().$queryRaw<Mail[]>`
    select i.id, i.received_at as at, i.from_address as "fromAddress", i.from_name as "fromName", i.subject, ${becauseNow(actor)},
           i.verdict::text as verdict, t.number, i.outcome::text as outcome, moved."from" as "movedFrom", moved.task_id is not null as "wasMoved", r.name as by,
           i.reviewed_at as "reviewedAt"
    from incoming_mails i left join ${senderOfMail} left join users r on r.id = i.reviewed_by_id ${belongs(actor)}
    where ${wanted} and ${mayReview(actor)} and ${readableMails(actor)} ${older}
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
  reviewedAt: Date | null;
  /** Whether the actor works the case that it is filed to. */
  isWorked: boolean;
  wasMoved: boolean;
  /** The case that it was first filed to, if it was moved since then and the actor may see that case. */
  movedFrom: string | null;
};

/** MAIL-4 · The details of an incoming email; null if the actor may not read it. */
export async function incomingMail(tx: Db, actor: Actor, id: string): Promise<Row | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    select i.id, i.received_at as at, i.from_address as "fromAddress", i.from_name as "fromName", i.subject, ${becauseNow(actor)},
           i.verdict::text as verdict, i.authentication, i.outcome::text as outcome, i.source::text as source,
           i.to_addresses as "toAddresses", octet_length(i.raw) as size, t.number, r.name as "reviewedBy", i.reviewed_at as "reviewedAt",
           moved."from" as "movedFrom", moved.task_id is not null as "wasMoved",
           case when t.kind = 'case' and t.active and (${workedOf('case', actor)}) then t.number end as "fileTo",
           coalesce(t.kind = 'case' and (${workedOf('case', actor)}), false) as "isWorked",
           case when u.id is not null then json_build_object('id', u.id, 'name', u.name, 'is', u.kind) end as sender
    from incoming_mails i left join ${senderOfMail} left join users r on r.id = i.reviewed_by_id ${belongs(actor)}
    where i.id = ${id}::uuid and ${readableMails(actor)}`;
  return row ?? null;
}

/** MAIL-5 · The action that is possible for an email now; null: none. */
function whatCanBeDone(outcome: IncomingOutcome, isWorked: boolean): 'review' | 'move' | 'return' | null {
  if (mailIsUndecided(outcome).ok) return 'review';
  if (isInCase(outcome).ok) return isWorked ? 'move' : null;
  return mayGoBack(outcome).ok ? 'return' : null;
}

/** A file name for a comma-separated list: shortened, and quoted if it contains a separator. */
function shownName(name: string): string {
  const short = name.length > 120 ? `${name.slice(0, 100)}…${name.slice(-15)}` : name || 'attachment';
  return /[,;]/.test(short) ? `“${short}”` : short;
}

/** In characters: how much of an unreadable email is shown. */
const BEGINNING = 4_000;

/** MAIL-4 · The whole email for reading: its text, without anything that a browser would run, and its file names. */
export async function fullMail(actor: Person, id: string) {
  const row = await incomingMail(db(), actor, id);
  if (!row) return null;
  const { number, outcome, ...mail } = row;
  const { mail: opened, unreadable } = await openMail(actor.id, id);
  const text = opened?.text ?? '';
  return {
    ...mail,
    outcome,
    number,
    href: number && pathOfNumber(number),
    subject: mail.subject || (opened?.subject ?? ''),
    /** MAIL-6 · Why only the beginning is shown; empty: all of it is shown. */
    unreadable,
    text: unreadable === '' ? text : text.slice(0, BEGINNING),
    files: (unreadable === '' ? (opened?.files ?? []) : []).map(({ name }) => shownName(name)),
    can: can(actor, 'edit', 'case') ? whatCanBeDone(outcome, mail.isWorked) : null,
  };
}

export type FullMail = NonNullable<Awaited<ReturnType<typeof fullMail>>>;

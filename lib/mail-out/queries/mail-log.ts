import { mayAdminister } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { holds } from '#lib/platform/folded-sql.ts';
import { pageOf, type TimePlace } from '#lib/platform/keyset.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { type IncomingOutcome, incomingOutcomes, type MailStatus, mailStatuses, STOPPED } from '../mail-status.ts';
import { mayResend } from '../rules/resend.ts';
import type { MailLogQuery } from '../schema.ts';

const PAGE = 50;

type Common = {
  id: string;
  at: Date;
  who: string;
  address: string;
  subject: string;
  number: string | null;
  reason: string;
};

/** An incoming or outgoing email in the log. */
export type LoggedMail = Common &
  (
    | {
        direction: 'out';
        status: MailStatus;
        tries: number;
        nextTryAt: Date | null;
        lastError: string;
        mayBeResent: boolean;
      }
    | { direction: 'in'; status: IncomingOutcome }
  );

type Row = Common & {
  direction: 'in' | 'out';
  status: string;
  tries: number;
  nextTryAt: Date | null;
  lastError: string;
  /** The address to resend to: the email's own, else the recipient's current one. */
  present: string;
};

export type MailLogPage = { mails: LoggedMail[]; newer: TimePlace | null; older: TimePlace | null };

/** ADM-9 · Incoming and outgoing emails, newest first, 50 a page. */
export async function listMails(actor: Actor, query: MailLogQuery): Promise<MailLogPage> {
  enforce(mayAdminister(actor));
  const backwards = query.before !== null;
  const order = Prisma.raw(backwards ? 'at, id' : 'at desc, id desc');
  const parts = partsOf(query).map((part) => Prisma.sql`(${part} order by ${order} limit ${PAGE + 1})`);
  const rows =
    parts.length === 0
      ? []
      : await db().$queryRaw<Row[]>`
          select * from (${Prisma.join(parts, ' union all ')}) both_ways order by ${order} limit ${PAGE + 1}`;
  const page = pageOf(rows, PAGE, backwards ? 'before' : query.after ? 'after' : 'first');
  return { mails: page.rows.map(loggedMail), newer: placeOf(page.previous), older: placeOf(page.next) };
}

const placeOf = (row: Row | null): TimePlace | null => row && { at: row.at, id: row.id };

function loggedMail({ direction, status, tries, nextTryAt, lastError, present, ...common }: Row): LoggedMail {
  if (direction === 'in') return { ...common, direction, status: status as IncomingOutcome };
  const ofOurs = status as MailStatus;
  const mayBeResent = mayResend({ status: ofOurs, reason: common.reason, address: present }).ok;
  return { ...common, direction, status: ofOurs, tries, nextTryAt, lastError, mayBeResent };
}

/** The queries for outgoing and incoming emails; a status of only one direction leaves out the other. */
function partsOf({ direction, status, q, after, before }: MailLogQuery): Prisma.Sql[] {
  const conditions = (alias: 'm' | 'i', at: string, state: Prisma.Sql, texts: readonly string[]) => {
    const place = Prisma.raw(`(${alias}.${at}, ${alias}.id)`);
    const all = [Prisma.sql`true`];
    if (status) all.push(state);
    if (q)
      all.push(
        Prisma.sql`(${Prisma.join(
          texts.map((text) => holds(Prisma.raw(text), q)),
          ' or ',
        )})`,
      );
    if (before) all.push(Prisma.sql`${place} > (${before.at}, ${before.id}::uuid)`);
    else if (after) all.push(Prisma.sql`${place} < (${after.at}, ${after.id}::uuid)`);
    return Prisma.join(all, ' and ');
  };
  const has = (statuses: readonly string[]) => status === '' || statuses.includes(status);
  const parts: Prisma.Sql[] = [];
  if (direction !== 'in' && has(mailStatuses))
    parts.push(Prisma.sql`
      select m.id, m.created_at as at, 'out' as direction, m.status::text as status, coalesce(u.name, '') as who, m.address,
             m.subject, t.number, case when m.status = 'queued' and m.held then ${STOPPED} else m.reason end as reason,
             m.tries, case when not m.held then m.next_try_at end as "nextTryAt", m.last_error as "lastError",
             coalesce(nullif(m.address, ''), u.email, '') as present
      from mails m left join tasks t on t.id = m.task_id left join users u on u.id = m.recipient_id
      where ${conditions('m', 'created_at', Prisma.sql`m.status = ${status}::mail_status`, ['m.subject', 'm.address', 'u.name', 'm.reason', 'm.last_error'])}`);
  if (direction !== 'out' && has(incomingOutcomes))
    parts.push(Prisma.sql`
      select i.id, i.received_at as at, 'in' as direction, i.outcome::text as status,
             coalesce(u.name, i.from_name) as who, i.from_address as address, i.subject, t.number, i.reason, 0 as tries,
             null::timestamptz as "nextTryAt", '' as "lastError", '' as present
      from incoming_mails i left join tasks t on t.id = i.task_id left join users u on u.id = i.sender_id
      where ${conditions('i', 'received_at', Prisma.sql`i.outcome = ${status}::incoming_outcome`, ['i.subject', 'i.from_address', 'i.from_name', 'u.name', 'i.reason'])}`);
  return parts;
}

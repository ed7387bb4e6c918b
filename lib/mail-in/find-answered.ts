import { type Db, Prisma } from '#lib/platform/db.ts';
import type { ReplyToken } from './rules/recipients.ts';

/** MAIL-3 · An answered email and its record. */
export type Answered = {
  /** Our own email; null: an incoming one. */
  mailId: string | null;
  recipientId: string | null;
  taskId: string;
  number: string;
  kind: string;
  state: string;
};

/** The case that is answered, if one is. */
export const answeredCase = (answered: readonly Answered[]) => answered.find(({ kind }) => kind === 'case');

const ofTask = Prisma.sql`t.id as "taskId", t.number, t.kind::text as kind, t.state`;

/** MAIL-2 · Our emails with one of these tokens in their reply address, newest first. */
export function answeredByToken(tx: Db, tokens: readonly ReplyToken[]): Promise<Answered[]> {
  const pairs = tokens.map(({ number, token }) => Prisma.sql`(m.reply_token = ${token} and t.number = ${number})`);
  return tx.$queryRaw<Answered[]>`
    select m.id as "mailId", m.recipient_id as "recipientId", ${ofTask} from mails m join tasks t on t.id = m.task_id
    where ${Prisma.join(pairs, ' or ')} order by m.created_at desc, m.id desc limit 50`;
}

/** MAIL-3 · Emails with one of these Message-IDs, newest first: ours, and those filed to a case, even if moved since. */
export function answeredByHeaders(tx: Db, messageIds: readonly string[]): Promise<Answered[]> {
  return tx.$queryRaw<Answered[]>`
    select m.id as "mailId", m.recipient_id as "recipientId", ${ofTask} from (
      select id, recipient_id, task_id, created_at as at from mails where message_id = any(${messageIds})
      union all
      select null, null, coalesce((select v.task_id from mail_moves v where v.mail_id = i.id
                                   order by v.moved_at desc limit 1), i.task_id), i.received_at
      from incoming_mails i where i.message_id = any(${messageIds}) and i.outcome in ('filed', 'opened_case')) m
    join tasks t on t.id = m.task_id order by m.at desc, t.id desc limit 50`;
}

/** MAIL-3 · Those of these emails that came in and are not read yet; emails that answer them are decided later. */
export async function unreadAmong(tx: Db, messageIds: readonly string[]): Promise<string[]> {
  if (messageIds.length === 0) return [];
  const rows = await tx.incomingMail.findMany({
    where: { messageId: { in: [...messageIds] }, outcome: 'received' },
    orderBy: { receivedAt: 'asc' },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

const isOver = ({ kind, state }: Answered) => kind === 'case' && (state === 'closed' || state === 'cancelled');

/**
 * MAIL-11 · Replaces each closed case by the open case that an earlier answer opened. The closed case is locked first, so that
 * the second of two simultaneous answers finds the case opened by the first.
 */
export async function withFollowUps(tx: Db, answered: readonly Answered[]): Promise<Answered[]> {
  const closed = [...new Set(answered.filter(isOver).map(({ taskId }) => taskId))].toSorted();
  const followUps = new Map<string, Pick<Answered, 'taskId' | 'number' | 'kind' | 'state'>>();
  for (const id of closed) {
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended('follow-up of ' || ${id}, 0))::text`;
    const [open] = await tx.$queryRaw<Answered[]>`
      with recursive later(id) as (
        select task_id from incoming_mails where follows_id = ${id}::uuid
        union select i.task_id from incoming_mails i join later on i.follows_id = later.id)
      select ${ofTask} from later join tasks t using (id) where t.state not in ('closed', 'cancelled')
      order by t.opened_at desc, t.id desc limit 1`;
    if (open) followUps.set(id, open);
  }
  return answered.map((each) => ({ ...each, ...followUps.get(each.taskId) }));
}

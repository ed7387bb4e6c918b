import { Prisma } from '#lib/platform/db.ts';
import { mailDomain } from '#lib/platform/env.ts';

/**
 * MAIL-2, MAIL-12 · The one way by which mails come to be, of a query for `task_id`, `event`, `recipient_id`, `address`,
 * `subject`, `body`, `facts`, `answerable` and `reason`, to which `returning` can be added. The Message-ID is made of the
 * mail's own id, so that it is called the same however often it is tried; one that is `answerable` has a token by which its
 * recipient answers it. One without a reason to be held is queued and due at once.
 */
export function insertMails(mails: Prisma.Sql, { causeId, at }: { causeId: string | undefined; at: Date }): Prisma.Sql {
  return Prisma.sql`
    insert into mails (id, message_id, cause_id, task_id, event, recipient_id, address, subject, body, facts, reply_token,
                       reason, status, next_try_at, created_at)
    select m.id, '<' || m.id || '@' || ${mailDomain()} || '>', ${causeId}::uuid, m.task_id, m.event, m.recipient_id,
           m.address, m.subject, m.body, m.facts,
           case when m.answerable then replace(gen_random_uuid()::text, '-', '') end, m.reason,
           (case when m.reason = '' then 'queued' else 'suppressed' end)::mail_status,
           case when m.reason = '' then ${at}::timestamptz end, ${at}::timestamptz
    from (select uuid_v7() as id, each.* from (${mails}) each) m
    on conflict do nothing`;
}

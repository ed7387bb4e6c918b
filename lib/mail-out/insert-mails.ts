import { Prisma } from '#lib/platform/db.ts';
import { mailDomain } from '#lib/platform/env.ts';

/** A subject is answered where it says nothing that somebody could open, and is short enough to be one. */
const LINK = '(https?:|www\\.|[a-z0-9-]{2,}\\.[a-z]{2,})';
const LONGEST = 200;

/**
 * MAIL-3, MAIL-9 · What a mail `m` to a customer answers: the subject of the email of the customer that opened its case, so that
 * the mail program of the customer shows all of them as one conversation. Not one that may be forged, or leads somewhere.
 */
const askedSubject = Prisma.sql`
  select case when i.subject ~* '^re:' then i.subject else 'Re: ' || i.subject end as subject
  from incoming_mails i join tasks t on t.id = i.task_id join users u on u.id = m.recipient_id
  where i.task_id = m.task_id and i.outcome = 'opened_case' and i.verdict <> 'fail' and u.audience = 'external'
    and i.sender_id in (t.contact_id, t.consumer_id) and i.subject !~* ${LINK}
    and length(trim(i.subject)) between 1 and ${LONGEST}
    and not exists (select from mail_moves v where v.mail_id = i.id)
  order by i.received_at, i.id limit 1`;

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
           m.address, coalesce(asked.subject, m.subject), m.body, m.facts,
           case when m.answerable then replace(gen_random_uuid()::text, '-', '') end, m.reason,
           (case when m.reason = '' then 'queued' else 'suppressed' end)::mail_status,
           case when m.reason = '' then ${at}::timestamptz end, ${at}::timestamptz
    from (select uuid_v7() as id, each.* from (${mails}) each) m left join lateral (${askedSubject}) asked on true
    on conflict do nothing`;
}

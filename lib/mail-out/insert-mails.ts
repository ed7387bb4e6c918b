import { Prisma } from '#lib/platform/db.ts';
import { mailDomain } from '#lib/platform/env.ts';

/** A subject is reused for the answer unless it contains a link or is too long. */
const LINK = '(https?:|www\\.|[a-z0-9-]{2,}\\.[a-z]{2,})';
const LONGEST = 200;

/**
 * MAIL-3, MAIL-9 · The subject of an email `m` to a customer: that of the customer's email which opened the case, so that the
 * customer's mail program shows one conversation. A subject that may be forged, or contains a link, is not reused.
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
 * MAIL-2, MAIL-12 · The only place that creates emails, from a query for `task_id`, `event`, `recipient_id`, `address`,
 * `subject`, `body`, `facts`, `answerable` and `reason`; the caller may append `returning`. The Message-ID contains the
 * email's id and so stays the same for every try. An `answerable` email gets a token for its recipient's reply. An email
 * without a `reason` to be held is queued and due at once.
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

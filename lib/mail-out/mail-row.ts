import { Prisma } from '#lib/platform/db.ts';
import { smtpUrl } from '#lib/platform/env.ts';
import { isOn, type Settings } from '#lib/settings/settings.ts';
import type { MailContent } from './compose.ts';
import type { Posted } from './envelope.ts';
import { withoutSecret } from './mail-link.ts';

/** An email with everything needed to compose it, as stored in the database. */
export type MailRow = Posted &
  Omit<MailContent, 'author'> & {
    id: string;
    address: string;
    recipientId: string | null;
    recipientName: string;
    authorName: string | null;
    authorIsCustomer: boolean;
  };

const MAX_IDS = 10;

/** MAIL-3 · To a customer: the Message-IDs of emails that customers wrote into the case of the email `m`. */
const customersIds = Prisma.sql`
  case when r.audience = 'external' then array(select theirs.message_id from (
    select i.id, i.message_id, i.received_at from incoming_mails i left join journal_entries e on e.id = i.entry_id
    where i.task_id = m.task_id and i.received_at <= m.created_at and i.sender_id is not null
      and (i.outcome = 'opened_case' or (i.outcome = 'filed' and e.type = 'comment'))
      and not exists (select from mail_moves v where v.mail_id = i.id)
    order by i.received_at desc, i.id desc limit ${MAX_IDS}) theirs order by theirs.received_at, theirs.id) else '{}' end`;

/** The columns of a `MailRow`, from the emails `m`, tasks `t`, recipients `r` and authors `author`. */
export const mailRow = Prisma.sql`
  m.id, m.message_id as "messageId", m.task_id as "taskId", m.event, m.facts, m.subject, m.body, m.address,
  m.reply_token as "replyToken", ${customersIds} as "customersIds", m.recipient_id as "recipientId",
  coalesce(t.number, '') as number, t.kind::text as kind,
  coalesce(r.name, '') as "recipientName", coalesce(r.language, 'en') as language,
  coalesce(r.audience = 'external', true) as "toCustomer",
  coalesce(c.is_plain, false) as "isPlain", author.name as "authorName", coalesce(author.audience = 'external', false) as "authorIsCustomer"`;

export const mailRowJoins = Prisma.sql`
  left join tasks t on t.id = m.task_id left join causes c on c.id = m.cause_id
  left join users r on r.id = m.recipient_id left join users author on author.id = c.actor_id`;

/** POR-3 · The email as its recipient may read it: customers see the names of staff only if the property allows it. */
export function contentOf(row: MailRow, settings: Settings): MailContent {
  const isNamed = !row.toCustomer || row.authorIsCustomer || isOn(settings, 'portal.show_agent_names');
  return { ...row, author: isNamed ? row.authorName : null, canReply: row.toCustomer && row.replyToken !== null };
}

/**
 * ACC-7 · The same for an administrator who reads it. If a mail server delivers the emails, the one-time link is removed: it
 * is for the recipient alone. Without a mail server, the mailbox is the only way to receive the link.
 */
export const contentForReader = (row: MailRow, settings: Settings): MailContent =>
  contentOf(smtpUrl() === null ? row : { ...row, facts: withoutSecret(row.facts) }, settings);

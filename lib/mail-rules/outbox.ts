import { isCustomerOf } from '#lib/mail-out/customer-of-case.ts';
import { insertMails } from '#lib/mail-out/insert-mails.ts';
import { NO_ADDRESS } from '#lib/mail-out/rules/resend.ts';
import { Prisma } from '#lib/platform/db.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { mailsOf, noticesOf } from './notices.ts';

/** Emails about work notes that rules wrote, to the work notes lists of the cases. */
function mailsOfNotes({ actor, cause }: CommandContext): Prisma.Sql {
  return Prisma.sql`
    select t.id as task_id, 'work note' as event, u.id as recipient_id, coalesce(u.email, '') as address,
           t.number || ' ' || t.short_description as subject, e.text as body, '{}'::jsonb as facts,
           t.kind = 'case' as answerable, case when u.email is null then ${NO_ADDRESS}::text else '' end as reason
    from journal_entries e
    join task_watchers w on w.task_id = e.task_id and w.list = 'work_notes_list'
    join users u on u.id = w.user_id and u.active and u.audience = 'internal'
    join tasks t on t.id = e.task_id
    where e.cause_id = ${cause?.id}::uuid and e.lines is not null and e.type = 'work_note'
      and u.id is distinct from ${actor.id}::uuid`;
}

/**
 * MAIL-10, MAIL-12 · Queues the emails about everything that rules and people wrote or changed, in one statement; null: no
 * emails. `toAsk`: the recipient's access must be checked, unless it is the customer of the case.
 */
export function queueMails(context: CommandContext): Prisma.Sql | null {
  const { cause, at } = context;
  const mails = noticesOf(context.events).map((notice) => mailsOf(context, notice));
  if (context.rulesWrote) mails.unshift(mailsOfNotes(context));
  if (mails.length === 0) return null;
  return Prisma.sql`${insertMails(Prisma.join(mails, ' union all '), { causeId: cause?.id, at })}
    returning id, recipient_id as "recipientId", status = 'queued' as queued, status = 'queued' and not exists (select from tasks t
      left join accounts a on a.id = t.account_id where t.id = mails.task_id and ${isCustomerOf('mails')}) as "toAsk"`;
}

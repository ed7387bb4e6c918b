import { NO_ADDRESS } from '#lib/mail/rules/resend.ts';
import { Prisma } from '#lib/platform/db.ts';
import type { CommandContext } from '#lib/task/command-context.ts';
import type { TaskEvent } from '#lib/task/event.ts';
import { mailsOf, noticesOf } from './notices.ts';

/** How many mails are queued, and how many are held back with a reason. */
export type MailCount = { queued: number; heldBack: number };

/** SYNC-5 · How many mails `queueMails` would make of these events, and of work notes that rules would write into these records. */
export async function countMails(
  context: Pick<CommandContext, 'tx' | 'actor' | 'settings'>,
  events: readonly TaskEvent[],
  notedIds: readonly string[],
): Promise<MailCount> {
  const { tx, actor } = context;
  const told = noticesOf(events).map(
    (notice) => Prisma.sql`select task_id, event, recipient_id, reason from (${mailsOf(context, notice)}) notice`,
  );
  const noted = Prisma.sql`
    select w.task_id, 'work note' as event, u.id as recipient_id, case when u.email is null then ${NO_ADDRESS}::text else '' end as reason
    from task_watchers w join users u on u.id = w.user_id and u.active and u.audience = 'internal'
    where w.list = 'work_notes_list' and w.task_id = any(${[...notedIds]}::uuid[]) and u.id is distinct from ${actor.id}::uuid`;
  const [row] = await tx.$queryRaw<MailCount[]>`
    select (count(*) filter (where reason = ''))::int as queued, (count(*) filter (where reason <> ''))::int as "heldBack"
    from (select distinct on (task_id, event, recipient_id) reason from (${Prisma.join([noted, ...told], ' union all ')}) each
          order by task_id, event, recipient_id) mails`;
  return row ?? { queued: 0, heldBack: 0 };
}

import { readableTasks } from '#lib/access/readable.ts';
import { NO_ADDRESS } from '#lib/mail/rules/resend.ts';
import { Prisma } from '#lib/platform/db.ts';
import type { CommandContext } from '#lib/task/command-context.ts';
import type { TaskEvent } from '#lib/task/event.ts';
import { mailsOf, noticesOf } from './notices.ts';

/** How many mails are queued, and how many are held back with a reason. */
export type MailCount = { queued: number; heldBack: number };

/** How many emails are queued, how many of them for how many customers, and the name of the only one, if the actor may see it. */
export type Emailed = { emails: number; toCustomers: number; customers: number; customer: string | null };

type Looking = Pick<CommandContext, 'tx' | 'actor' | 'settings'>;

/** The mails that `queueMails` would make of these events, and of work notes that rules would write into these records. */
function mailsAhead(context: Looking, events: readonly TaskEvent[], notedIds: readonly string[]): Prisma.Sql {
  const told = noticesOf(events).map(
    (notice) => Prisma.sql`select task_id, event, recipient_id, reason from (${mailsOf(context, notice)}) notice`,
  );
  const noted = Prisma.sql`
    select w.task_id, 'work note' as event, u.id as recipient_id, case when u.email is null then ${NO_ADDRESS}::text else '' end as reason
    from task_watchers w join users u on u.id = w.user_id and u.active and u.audience = 'internal'
    where w.list = 'work_notes_list' and w.task_id = any(${[...notedIds]}::uuid[]) and u.id is distinct from ${context.actor.id}::uuid`;
  return Prisma.sql`select distinct on (task_id, event, recipient_id) task_id, recipient_id, reason
    from (${Prisma.join([noted, ...told], ' union all ')}) each order by task_id, event, recipient_id`;
}

/** SYNC-5 · How many mails would follow. */
export async function countMails(
  context: Looking,
  events: readonly TaskEvent[],
  notedIds: readonly string[],
): Promise<MailCount> {
  const [row] = await context.tx.$queryRaw<MailCount[]>`
    select (count(*) filter (where reason = ''))::int as queued, (count(*) filter (where reason <> ''))::int as "heldBack"
    from (${mailsAhead(context, events, notedIds)}) mails`;
  return row ?? { queued: 0, heldBack: 0 };
}

async function emailedBy({ tx, actor }: Looking, mails: Prisma.Sql): Promise<Emailed> {
  const [row] = await tx.$queryRaw<Emailed[]>`
    select count(*)::int as emails, (count(*) filter (where u.audience = 'external'))::int as "toCustomers",
      (count(distinct u.id) filter (where u.audience = 'external'))::int as customers,
      min(u.name) filter (where u.audience = 'external' and ${readableTasks(actor)}) as customer
    from (${mails}) mails join users u on u.id = mails.recipient_id join tasks t on t.id = mails.task_id`;
  const emailed = row ?? { emails: 0, toCustomers: 0, customers: 0, customer: null };
  return emailed.customers === 1 ? emailed : { ...emailed, customer: null };
}

/** SYNC-MAJ-1 · Who would be emailed. */
export function emailsAhead(context: Looking, events: readonly TaskEvent[], notedIds: readonly string[]) {
  return emailedBy(
    context,
    Prisma.sql`select * from (${mailsAhead(context, events, notedIds)}) ahead where reason = ''`,
  );
}

/** SYNC-MAJ-1 · Who is emailed about what a command has done. */
export function emailsQueued(context: Looking, causeId: string): Promise<Emailed> {
  return emailedBy(
    context,
    Prisma.sql`select task_id, recipient_id from mails where cause_id = ${causeId}::uuid and status = 'queued'`,
  );
}

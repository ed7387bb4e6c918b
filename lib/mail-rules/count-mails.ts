import { readableTasks } from '#lib/access/readable.ts';
import { isCustomerOf } from '#lib/mail-out/customer-of-case.ts';
import { NO_ADDRESS } from '#lib/mail-out/rules/resend.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import type { TaskEvent } from '#lib/record/event.ts';
import { actorsOfUsers } from '#lib/session/actors.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { currentTable } from '#lib/write/current-table.ts';
import { mailsOf, noticesOf } from './notices.ts';

/** A person who is to be notified of a record. */
type RecordRecipient = { taskId: string; recipientId: string };

/** Each person's access rights are a separate condition; this many fit in one statement. */
const PEOPLE_PER_STATEMENT = 50;

/** ACC-6, MAIL-10 · Recipients who may not see the record now. */
async function recipientsWithoutAccess(tx: Db, asked: readonly RecordRecipient[]): Promise<RecordRecipient[]> {
  if (asked.length === 0) return [];
  const byPerson = [...Map.groupBy(asked, ({ recipientId }) => recipientId)];
  const actors = new Map(
    (
      await actorsOfUsers(
        tx,
        byPerson.map(([id]) => id),
      )
    ).map((actor) => [actor.id, actor]),
  );
  const unseen: RecordRecipient[] = [];
  for (let from = 0; from < byPerson.length; from += PEOPLE_PER_STATEMENT) {
    const each = byPerson.slice(from, from + PEOPLE_PER_STATEMENT).map(([id, own]) => {
      const actor = actors.get(id);
      return Prisma.sql`select t.id as "taskId", ${id}::text as "recipientId" from tasks t
        where t.id = any(${own.map(({ taskId }) => taskId)}::uuid[]) and ${actor ? readableTasks(actor) : Prisma.sql`false`} is not true`;
    });
    unseen.push(...(await tx.$queryRaw<RecordRecipient[]>(Prisma.sql`${Prisma.join(each, ' union all ')}`)));
  }
  return unseen;
}

/** The number of emails that are queued, and that are held back with a reason. */
export type MailCount = { queued: number; heldBack: number };

/** The number of emails, how many go to customers, the number of these customers, and the name of a single one if visible. */
export type Emailed = { emails: number; toCustomers: number; customers: number; customer: string | null };

type PreviewContext = Pick<CommandContext, 'tx' | 'actor' | 'settings' | 'preview'>;

/** The emails that `queueMails` would create for these events, and for work notes that rules would write into these records. */
function mailsToQueue(context: PreviewContext, events: readonly TaskEvent[], notedIds: readonly string[]): Prisma.Sql {
  const fromEvents = noticesOf(events).map(
    (notice) => Prisma.sql`select task_id, event, recipient_id, reason from (${mailsOf(context, notice)}) notice`,
  );
  const fromNotes = Prisma.sql`
    select w.task_id, 'work note' as event, u.id as recipient_id, case when u.email is null then ${NO_ADDRESS}::text else '' end as reason
    from task_watchers w join users u on u.id = w.user_id and u.active and u.audience = 'internal'
    where w.list = 'work_notes_list' and w.task_id = any(${[...notedIds]}::uuid[]) and u.id is distinct from ${context.actor.id}::uuid`;
  return Prisma.sql`select distinct on (task_id, event, recipient_id) task_id, event, recipient_id, reason
    from (${Prisma.join([fromNotes, ...fromEvents], ' union all ')}) each order by task_id, event, recipient_id`;
}

/** The same emails, with a reason for those that `holdUnreadable` would hold (ACC-6). */
async function expectedMails(context: PreviewContext, events: readonly TaskEvent[], notedIds: readonly string[]) {
  const mails = mailsToQueue(context, events, notedIds);
  const recipients = await context.tx.$queryRaw<RecordRecipient[]>`
    select distinct t.id as "taskId", m.recipient_id as "recipientId" from (${mails}) m join ${currentTable(context)} t on t.id = m.task_id
    left join accounts a on a.id = t.account_id where m.reason = '' and m.event <> 'approval asked'
      and not ${isCustomerOf('m')}
      and not exists (select from ${currentTable(context, 'incident')} i where i.id = t.id and i.caller_id = m.recipient_id)`;
  const withoutAccess = await recipientsWithoutAccess(context.tx, recipients);
  if (withoutAccess.length === 0) return mails;
  return Prisma.sql`select m.task_id, m.recipient_id,
      case when m.reason = '' and m.event <> 'approval asked' and u.task_id is not null then 'recipient may not see the record' else m.reason end as reason
    from (${mails}) m left join unnest(${withoutAccess.map(({ taskId }) => taskId)}::uuid[],
      ${withoutAccess.map(({ recipientId }) => recipientId)}::uuid[]) u(task_id, recipient_id) using (task_id, recipient_id)`;
}

/** SYNC-5 · How many emails would be queued. */
export async function countMails(
  context: PreviewContext,
  events: readonly TaskEvent[],
  notedIds: readonly string[],
): Promise<MailCount> {
  const [row] = await context.tx.$queryRaw<MailCount[]>`
    select (count(*) filter (where reason = ''))::int as queued, (count(*) filter (where reason <> ''))::int as "heldBack"
    from (${await expectedMails(context, events, notedIds)}) mails`;
  return row ?? { queued: 0, heldBack: 0 };
}

async function emailedBy({ tx, actor }: PreviewContext, mails: Prisma.Sql): Promise<Emailed> {
  const [row] = await tx.$queryRaw<Emailed[]>`
    select count(*)::int as emails, (count(*) filter (where u.audience = 'external'))::int as "toCustomers",
      (count(distinct u.id) filter (where u.audience = 'external'))::int as customers,
      min(u.name) filter (where u.audience = 'external' and ${readableTasks(actor)}) as customer
    from (${mails}) mails join users u on u.id = mails.recipient_id join tasks t on t.id = mails.task_id`;
  const emailed = row ?? { emails: 0, toCustomers: 0, customers: 0, customer: null };
  return emailed.customers === 1 ? emailed : { ...emailed, customer: null };
}

/** SYNC-MAJ-1 · Who would be emailed. */
export async function expectedEmails(
  context: PreviewContext,
  events: readonly TaskEvent[],
  notedIds: readonly string[],
) {
  const mails = await expectedMails(context, events, notedIds);
  return emailedBy(context, Prisma.sql`select task_id, recipient_id from (${mails}) ahead where reason = ''`);
}

/** SYNC-MAJ-1 · Who is emailed as a result of a command. */
export function queuedEmails(context: PreviewContext, causeId: string): Promise<Emailed> {
  return emailedBy(
    context,
    Prisma.sql`select task_id, recipient_id from mails where cause_id = ${causeId}::uuid and status = 'queued'`,
  );
}

import { Prisma } from '#lib/platform/db.ts';
import type { CommandContext } from '#lib/task/command-context.ts';
import { speakerOf } from '#lib/task/event.ts';
import { type Notice, noticesOf } from './rules.ts';

/** Notices as rows: `task_id`, `entry_id` and `reason`. */
const rowsOf = (notices: readonly Notice[]) => Prisma.sql`
  unnest(${notices.map(({ taskId }) => taskId)}::uuid[], ${notices.map(({ entryId }) => entryId)}::uuid[],
         ${notices.map(({ reason }) => reason)}::inbox_reason[]) e(task_id, entry_id, reason)`;

/** Who is told what, as rows of a query, for the audiences that occur. */
function recipientsOf(notices: readonly Notice[]): Prisma.Sql {
  const persons = notices.filter((notice) => notice.to === 'person');
  const watched = notices.filter(({ to }) => to === 'watchers' || to === 'work notes list');
  const asking = notices.filter(({ to }) => to === 'approvers');
  const parts: Prisma.Sql[] = [];
  if (persons.length > 0)
    parts.push(Prisma.sql`
      select p.user_id, p.task_id, p.entry_id, p.reason
      from unnest(${persons.map(({ userId }) => userId)}::uuid[], ${persons.map(({ taskId }) => taskId)}::uuid[],
        ${persons.map(({ entryId }) => entryId)}::uuid[], ${persons.map(({ reason }) => reason)}::inbox_reason[])
        p(user_id, task_id, entry_id, reason)`);
  if (watched.length > 0)
    parts.push(Prisma.sql`
      select w.user_id, e.task_id, e.entry_id, e.reason from ${rowsOf(watched)}
      join task_watchers w on w.task_id = e.task_id and (e.reason <> 'noted' or w.list = 'work_notes_list')`);
  if (asking.length > 0)
    parts.push(Prisma.sql`
      select a.approver_id as user_id, e.task_id, e.entry_id, e.reason from ${rowsOf(asking)}
      join approvals a on a.task_id = e.task_id and a.answer = 'requested'`);
  return Prisma.join(parts, ' union all ');
}

/**
 * What puts all that a command did into the inboxes of those whom it concerns, as one statement that answers their ids;
 * null: nobody is concerned. One line for each person, about the root of the command if that is among their records.
 * Whether they may see the record is asked when they read.
 */
export function fillInboxes(context: CommandContext): Prisma.Sql | null {
  const { actor, at, cause } = context;
  if (!cause) return null;
  const notices = noticesOf(context, { ...speakerOf(actor), id: actor.id });
  if (notices.length === 0) return null;
  const first = Prisma.sql`order by r.reason, r.task_id <> ${cause.taskId}::uuid, r.task_id, r.entry_id`;
  return Prisma.sql`
    insert into inbox_items (user_id, task_id, cause_id, entry_id, reason, records, created_at)
    select u.id, (array_agg(r.task_id ${first}))[1], ${cause.id}::uuid, (array_agg(r.entry_id ${first}))[1],
           min(r.reason), count(distinct r.task_id), ${at}::timestamptz
    from (${recipientsOf(notices)}) r join users u on u.id = r.user_id and u.active and u.kind = 'internal'
    where u.id is distinct from ${actor.id}::uuid
    group by u.id
    on conflict do nothing
    returning user_id`;
}

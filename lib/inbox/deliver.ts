import { dispatchesSql } from '#lib/access/can-be-technician.ts';
import { readableTasks } from '#lib/access/readable.ts';
import { inboxNotifications } from '#lib/announce/publish.ts';
import { lastAsked } from '#lib/mail-rules/last-asked.ts';
import type { Person } from '#lib/platform/actor.ts';
import { Prisma } from '#lib/platform/db.ts';
import { speakerOf } from '#lib/record/event.ts';
import { recordOfCase } from '#lib/record/link-sql.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { type Notice, noticesOf } from './rules.ts';

/** Notices as rows: `task_id`, `entry_id` and `reason`. */
const rowsOf = (notices: readonly Notice[]) => Prisma.sql`
  unnest(${notices.map(({ taskId }) => taskId)}::uuid[], ${notices.map(({ entryId }) => entryId)}::uuid[],
         ${notices.map(({ reason }) => reason)}::inbox_reason[]) e(task_id, entry_id, reason)`;

/** The recipients of the notices as rows of a query. Omits parts for audiences that don't occur. */
function recipientsOf(notices: readonly Notice[], causeId: string): Prisma.Sql {
  const persons = notices.filter((notice) => notice.to === 'person');
  const watched = notices.filter(({ to }) => to === 'watchers' || to === 'work notes list');
  const asking = notices.filter(({ to }) => to === 'approvers');
  const ofNobody = notices.filter(({ to }) => to === 'its group and who works its incident');
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
      join approvals a on a.task_id = e.task_id and a.answer = 'requested' and ${lastAsked}`);
  if (ofNobody.length > 0)
    parts.push(Prisma.sql`
      select incident.assigned_to_id as user_id, e.task_id, e.entry_id, e.reason from ${rowsOf(ofNobody)}
      join cases c on c.id = e.task_id join tasks incident on incident.id = ${recordOfCase('incident')}
      where incident.assigned_to_id is not null
      union all
      select m.user_id, e.task_id, e.entry_id, e.reason from ${rowsOf(ofNobody)}
      join tasks own on own.id = e.task_id join group_members m on m.group_id = own.assignment_group_id`);
  const dispatched = notices.filter(({ to }) => to === 'dispatchers');
  if (dispatched.length > 0)
    parts.push(Prisma.sql`
      select u.id as user_id, e.task_id, e.entry_id, e.reason from ${rowsOf(dispatched)} cross join users u
      where u.active and ${dispatchesSql}`);
  const related = notices.filter(({ to }) => to === 'who works its cases');
  if (related.length > 0) parts.push(whoWorksCases(related, causeId));
  return Prisma.join(parts, ' union all ');
}

/** NTF-1 · Recipients for related records: the assignee of each case with a note about the change, else its group. */
const whoWorksCases = (notices: readonly Notice[], causeId: string) => Prisma.sql`
  select coalesce(own.assigned_to_id, m.user_id) as user_id, own.id as task_id, j.id as entry_id, e.reason from ${rowsOf(notices)}
  join journal_entries j on j.cause_id = ${causeId}::uuid and j.source_task_id = e.task_id and j.type = 'work_note'
  join tasks own on own.id = j.task_id and own.kind = 'case'
  left join group_members m on own.assigned_to_id is null and m.group_id = own.assignment_group_id
  where own.assigned_to_id is not null or m.user_id is not null`;

const noticesOfCommand = (context: CommandContext) =>
  context.cause ? noticesOf(context, { ...speakerOf(context.actor), id: context.actor.id }) : [];

/** A query for the ids of all users whom a command concerns; null: nobody. */
export function concernedUsers(context: CommandContext): Prisma.Sql | null {
  const notices = noticesOfCommand(context);
  if (notices.length === 0 || !context.cause) return null;
  return Prisma.sql`select distinct u.id::text from (${recipientsOf(notices, context.cause.id)}) r
    join users u on u.id = r.user_id and u.active and u.kind = 'internal' where u.id is distinct from ${context.actor.id}::uuid`;
}

/** Each user's permissions add a condition to the statement, so their number is limited. */
const PEOPLE_PER_STATEMENT = 50;

/**
 * ACC-6 · Adds a command's notices to the inboxes of the people who may see the records, and notifies their open pages. Each
 * gets one line, about the command's root record if it concerns them. The number of statements depends only on their number.
 */
export async function fillInboxes(
  context: CommandContext,
  people: readonly Person[],
  peoplePerStatement = PEOPLE_PER_STATEMENT,
): Promise<void> {
  const { tx, at, cause } = context;
  if (!cause || people.length === 0) return;
  const notices = noticesOfCommand(context);
  const first = Prisma.sql`order by r.reason, r.task_id <> ${cause.taskId}::uuid, r.task_id, r.entry_id`;
  for (let from = 0; from < people.length; from += peoplePerStatement) {
    const some = people.slice(from, from + peoplePerStatement);
    const mayRead = some.map((person) => Prisma.sql`when ${person.id}::uuid then ${readableTasks(person)}`);
    await tx.$queryRaw`
      with lines as (
        insert into inbox_items (user_id, task_id, cause_id, entry_id, reason, records, created_at)
        select r.user_id, (array_agg(r.task_id ${first}))[1], ${cause.id}::uuid, (array_agg(r.entry_id ${first}))[1],
               min(r.reason), count(distinct r.task_id), ${at}::timestamptz
        from (${recipientsOf(notices, cause.id)}) r join tasks t on t.id = r.task_id
        where case r.user_id ${Prisma.join(mayRead, ' ')} end
        group by r.user_id
        on conflict do nothing
        returning user_id
      )
      select count(*) from (${inboxNotifications(Prisma.sql`lines`)}) messages`;
  }
}

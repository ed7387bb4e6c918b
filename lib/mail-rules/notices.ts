import { managesMajorCasesSql } from '#lib/access/readable.ts';
import { NO_ADDRESS } from '#lib/mail-out/rules/resend.ts';
import type { MailFacts } from '#lib/mail-out/template-of.ts';
import { Prisma } from '#lib/platform/db.ts';
import type { TaskEvent } from '#lib/record/event.ts';
import { parentOf } from '#lib/record/part-sql.ts';
import { isRuleActive } from '#lib/sync/is-rule-active.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { currentTable } from '#lib/write/current-table.ts';
import { lastAsked } from './last-asked.ts';
import { type Audience, notifyRules } from './rules.ts';

type NoticeContext = Pick<CommandContext, 'actor' | 'settings' | 'preview'>;

/** The approvers of the task `t`, current or foreseen. */
function approversOf({ preview }: NoticeContext): Prisma.Sql {
  if (!preview)
    return Prisma.sql`select a.approver_id as id, null::text as why from approvals a where a.task_id = t.id and a.answer = 'requested' and ${lastAsked}`;
  const { approvers } = preview;
  return Prisma.sql`select a.id, null::text as why from unnest(${approvers.map(({ taskId }) => taskId)}::uuid[],
    ${approvers.map(({ approverId }) => approverId)}::uuid[]) a(task_id, id) where a.task_id = t.id`;
}

/** The people in each audience of the task `t`. `why`: no email, because an open case takes the comment (SYNC-REQ-3). */
const people = (context: NoticeContext): Readonly<Record<Audience, Prisma.Sql>> => ({
  customer: Prisma.sql`select coalesce(t.contact_id, t.consumer_id) as id, null::text as why`,
  colleague: Prisma.sql`select (e.facts::jsonb ->> 'colleagueId')::uuid as id, null::text as why`,
  caller: Prisma.sql`select i.caller_id as id, null::text as why from ${currentTable(context, 'incident')} i where i.id = t.id`,
  'external caller': Prisma.sql`select i.caller_id as id, null::text as why from ${currentTable(context, 'incident')} i join users u on u.id = i.caller_id
    where i.id = t.id and u.audience = 'external'`,
  'watch list': Prisma.sql`select w.user_id as id, null::text as why from task_watchers w where w.task_id = t.id and w.list = 'watch_list'`,
  'work notes list': Prisma.sql`select w.user_id as id, null::text as why from task_watchers w where w.task_id = t.id and w.list = 'work_notes_list'`,
  assigned: Prisma.sql`select t.assigned_to_id as id, null::text as why`,
  technician: Prisma.sql`select (e.facts::jsonb -> 'visit' ->> 'technicianId')::uuid as id, null::text as why`,
  approvers: approversOf(context),
  requester: Prisma.sql`select r.requested_for_id as id,
    case when ${isRuleActive('SYNC-REQ-3', context.settings)}::boolean and (select c.active from tasks c where c.id = r.case_id)
      then 'the agent of the case talks to the customer' end as why from ${currentTable(context, 'request')} r where r.id = ${parentOf(Prisma.sql`t.id`)}`,
  'major issue managers': Prisma.sql`select u.id, null::text as why from users u where u.active and ${managesMajorCasesSql}`,
  'assigned or group': Prisma.sql`select a.id, null::text as why from users a where a.id = t.assigned_to_id and a.active
    union select m.user_id, null::text from group_members m where m.group_id = t.assignment_group_id
      and not exists (select from users a where a.id = t.assigned_to_id and a.active)`,
});

/**
 * Why an email is not sent; null: it is sent. INC-6, REL-9: external people receive emails only about a case, about an
 * approval that asks for their own answer (POR-7) and about their own appointment (WO-6).
 */
const held = (context: NoticeContext, event: string) => Prisma.sql`case
  when r.why is not null then r.why
  when t.kind <> 'case' and u.audience = 'external' and ${event}::text not in ('approval asked', 'visit') then
    case when exists (select from ${currentTable(context, 'incident')} i where i.id = t.id and i.caller_id = u.id) then 'caller' else 'recipient' end
    || ' is an external user'
  when u.email is null then ${NO_ADDRESS}::text end`;

/** The emails of one rule to the same audiences, about several records. */
type Notice = {
  event: string;
  audiences: readonly Audience[];
  toAuthor: boolean;
  records: { id: string; text: string; facts: MailFacts }[];
};

/** The emails that the events call for, with their texts: at most one per event, recipient and record (MAIL-12). */
export function noticesOf(events: readonly TaskEvent[]): Notice[] {
  const notices = new Map<string, Notice>();
  const byRecord = Map.groupBy(events, ({ record }) => record.id);
  for (const event of events)
    for (const rule of notifyRules) {
      const beside = byRecord.get(event.record.id) ?? [];
      const text = rule.kinds.includes(event.record.kind) ? rule.says(event, beside) : null;
      if (text === null) continue;
      const audiences = rule.to(event);
      const key = JSON.stringify([rule.event, audiences]);
      const same = notices.get(key) ?? { event: rule.event, audiences, toAuthor: rule.toAuthor === true, records: [] };
      same.records.push({ id: event.record.id, text, facts: rule.facts?.(event, beside) ?? {} });
      notices.set(key, same);
    }
  return [...notices.values()];
}

/** MAIL-2 · An email per event and recipient, or a suppressed one; the author receives only appointments (WO-6). */
export function mailsOf(context: NoticeContext, { event, audiences, toAuthor, records }: Notice): Prisma.Sql {
  const toldBy = people(context);
  const recipients = Prisma.join(
    audiences.map((audience) => toldBy[audience]),
    ' union ',
  );
  return Prisma.sql`
    select t.id as task_id, ${event}::text as event, u.id as recipient_id, coalesce(u.email, '') as address,
           t.number || ' ' || t.short_description as subject, e.text as body, e.facts::jsonb as facts,
           t.kind = 'case' as answerable, coalesce(h.reason, '') as reason
    from unnest(${records.map(({ id }) => id)}::uuid[], ${records.map(({ text }) => text)}::text[],
                ${records.map(({ facts }) => JSON.stringify(facts))}::text[]) e(id, text, facts)
    join ${currentTable(context)} t on t.id = e.id cross join lateral (${recipients}) r join users u on u.id = r.id and u.active
    cross join lateral (select ${held(context, event)} as reason) h
    where ${toAuthor}::boolean or u.id is distinct from ${context.actor.id}::uuid`;
}

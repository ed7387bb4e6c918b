import { readableTasks } from '#lib/access/readable.ts';
import { mayReadChange } from '#lib/kinds/named-sql.ts';
import type { IncomingOutcome, MailStatus } from '#lib/mail-out/mail-status.ts';
import type { KnownSender } from '#lib/mail-out/sender-words.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { parentOf } from '#lib/record/part-sql.ts';
import { LONGEST_SHOWN } from '../entry-text.ts';
import { type Change, LONGEST_VALUE } from '../sentences.ts';
import type { TimelineFilter } from '../timeline-entry.ts';
import { mailOfEntry } from './mail-of-entry.ts';
import { associated, mayReadEntry, sourceNumber } from './timeline-conditions.ts';

type Entry = {
  by: string;
  text: string;
  lines: { rule: string; line: string }[] | null;
  source: string | null;
  readable: boolean;
  associated: boolean;
  byCustomer: boolean;
  /** MAIL-4 · The text is not Markdown. */
  isPlain: boolean;
  email: ({ id: string; number: string; isCut: boolean } & KnownSender) | null;
};

export type TimelineRow = { id: string; at: Date } & (
  | { type: 'work_note' | 'comment'; body: Entry }
  | { type: 'change'; body: { by: string; changes: Change[] } }
  | {
      type: 'mail';
      body: { by: string; subject: string; to: string; status: MailStatus; reason: string };
    }
  | {
      type: 'incoming';
      body: { by: string; subject: string; outcome: IncomingOutcome; reason: string } & KnownSender;
    }
  | { type: 'attachment'; body: { by: string; name: string; contentType: string; size: number } }
);

/** The position of a page: the last entry of the previous one. */
export type TimelinePlace = { at: Date; id: string };

type Reading = { actor: Actor; kind: TaskKind; taskId: string; before: TimelinePlace | null; limit: number };

const older = (before: TimelinePlace | null, at: string, id: string) =>
  before ? Prisma.sql`and (${Prisma.raw(at)}, ${Prisma.raw(id)}) < (${before.at}, ${before.id}::uuid)` : Prisma.empty;

/** Journal entries. Why a rule wrote one is queried separately. Its work note names the record that it is about (ACC-6). */
function entries({ actor, kind, taskId, before, limit }: Reading, filter: TimelineFilter): Prisma.Sql {
  const type = filter === 'all' ? Prisma.empty : Prisma.sql`and e.type = ${filter}::journal_type`;
  return Prisma.sql`
    select e.id, e.created_at as at, e.type::text as type, jsonb_build_object(
      'by', coalesce(author.name, 'System'), 'text', left(e.text, ${LONGEST_SHOWN + 1}::int), 'lines', e.lines, 'source', ${sourceNumber},
      'readable', readable.yes is not null, 'associated', e.source_task_id is not null and (${associated}),
      'byCustomer', coalesce(author.kind <> 'internal', false), 'isPlain', cause.is_plain, 'email', case when came.id is not null then
        jsonb_build_object('id', came.id, 'source', came.source, 'verdict', came.verdict, 'isCut', came.is_cut, 'number',
          (select number from tasks where id = e.task_id)) end) as body
    from (select * from journal_entries e where e.task_id = ${taskId}::uuid ${type} ${older(before, 'e.created_at', 'e.id')}
            and ${mayReadEntry(kind, actor)} order by e.created_at desc, e.id desc limit ${limit}) e
    join causes cause on cause.id = e.cause_id
    left join users author on author.id = e.author_id
    left join lateral ${mailOfEntry(Prisma.sql`e.id`)} came on true
    left join tasks source on source.id = e.source_task_id
    left join lateral (select ${parentOf(Prisma.sql`source.id`)} as id) whole on true
    left join lateral (select true as yes from tasks t where t.id = source.id and ${readableTasks(actor)}) readable on true`;
}

/** Field changes that the actor may read, grouped by command. CASE-10: an answer recorded for a customer is shown as on behalf of that customer. */
function changes({ actor, kind, taskId, before, limit }: Reading): Prisma.Sql {
  return Prisma.sql`
    select f.cause_id, f.changed_at, 'change', jsonb_build_object(
      'by', coalesce(u.name, 'System') || coalesce(' on behalf of ' || c.on_behalf_of, ''), 'changes',
      jsonb_agg(jsonb_build_object('field', f.field, 'from', left(f.old_display, ${LONGEST_VALUE + 1}::int),
        'to', left(f.new_display, ${LONGEST_VALUE + 1}::int), 'version', f.version) order by f.version, f.id))
    from field_changes f join causes c on c.id = f.cause_id left join users u on u.id = c.actor_id
    where f.task_id = ${taskId}::uuid ${older(before, 'f.changed_at', 'f.cause_id')} and ${mayReadChange(kind, actor)}
    group by f.cause_id, f.changed_at, u.name, c.on_behalf_of order by f.changed_at desc, f.cause_id desc limit ${limit}`;
}

/** Sent emails, one entry for all recipients of the same email. */
function mails({ taskId, before, limit }: Reading): Prisma.Sql {
  return Prisma.sql`
    select id, at, 'mail', body from (
      select (array_agg(m.id order by m.id))[1] as id, m.created_at as at, jsonb_build_object(
        'by', coalesce(u.name, 'System'), 'subject', m.subject, 'status', m.status, 'reason', m.reason,
        'to', string_agg(coalesce(r.name, m.address), ', ' order by m.id)) as body
      from mails m join causes c on c.id = m.cause_id left join users u on u.id = c.actor_id
      left join users r on r.id = m.recipient_id
      where m.task_id = ${taskId}::uuid
      group by m.cause_id, m.event, m.subject, m.body, m.status, m.reason, m.created_at, u.name) m
    where true ${older(before, 'at', 'id')} order by at desc, id desc limit ${limit}`;
}

/** Received emails that are no entries: what they did, or why they wait. The email filter includes those that are entries. */
function incoming({ taskId, before, limit }: Reading, filter: 'all' | 'mail'): Prisma.Sql {
  const others = filter === 'all' ? Prisma.sql`and i.entry_id is null` : Prisma.empty;
  return Prisma.sql`
    select i.id, i.received_at, 'incoming', jsonb_build_object(
      'by', coalesce(u.name, nullif(i.from_name, ''), nullif(i.from_address, ''), 'Nobody'), 'subject', i.subject,
      'outcome', i.outcome, 'reason', i.reason, 'source', i.source, 'verdict', i.verdict)
    from incoming_mails i left join users u on u.id = i.sender_id
    where i.task_id = ${taskId}::uuid ${others} ${older(before, 'i.received_at', 'i.id')}
    order by i.received_at desc, i.id desc limit ${limit}`;
}

function attachments({ taskId, before, limit }: Reading): Prisma.Sql {
  return Prisma.sql`
    select a.id, a.created_at, 'attachment', jsonb_build_object(
      'by', coalesce(u.name, 'System'), 'name', a.name, 'contentType', a.content_type, 'size', a.size)
    from attachments a left join users u on u.id = a.uploaded_by_id
    where a.task_id = ${taskId}::uuid ${older(before, 'a.created_at', 'a.id')}
    order by a.created_at desc, a.id desc limit ${limit}`;
}

/** REC-2 · A record's journal, history, emails and attachments together, newest first, in one query. */
export function timelineRows(tx: Db, reading: Reading, filter: TimelineFilter): Promise<TimelineRow[]> {
  const parts = {
    all: () => [
      entries(reading, 'all'),
      changes(reading),
      mails(reading),
      incoming(reading, 'all'),
      attachments(reading),
    ],
    work_note: () => [entries(reading, 'work_note')],
    comment: () => [entries(reading, 'comment')],
    change: () => [changes(reading)],
    mail: () => [mails(reading), incoming(reading, 'mail')],
  }[filter]();
  return tx.$queryRaw<TimelineRow[]>`
    /* prepared */ with happened(id, at, type, body) as (${Prisma.join(
      parts.map((part) => Prisma.sql`(${part})`),
      ' union all ',
    )})
    select id, at, type, body from happened order by at desc, id desc limit ${reading.limit}`;
}

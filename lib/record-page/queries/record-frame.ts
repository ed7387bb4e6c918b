import { readableOf, readableTasks } from '#lib/access/readable.ts';
import { type CustomerAnswer, customerAnswerRow } from '#lib/case/queries/customer-answer.ts';
import { rejectedSolutionRows } from '#lib/case/queries/rejected-solutions.ts';
import { type OutcomeRow, outcomeRows } from '#lib/case/queries/related-outcome.ts';
import type { Solution } from '#lib/case/rules/rejected-solution.ts';
import { type CustomerCard, customerCard } from '#lib/customer/queries/customer-card.ts';
import { lastVisit } from '#lib/inbox/visit.ts';
import { type ChildIncidents, childIncidentsRow } from '#lib/incident/queries/child-incidents.ts';
import { type CommentReader, readerOf } from '#lib/journal/queries/comment-reader.ts';
import { namesOfReferences, type ReferenceNames } from '#lib/kinds/reference-names.ts';
import { type AttachedArticle, articleRows } from '#lib/knowledge/attached-articles.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import { isoTime } from '#lib/platform/iso-time.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { columnsOf, identifier, kindTables } from '#lib/record/kind-table.ts';
import { type LinkName, type SourceKind, singleLinksOf } from '#lib/record/link.ts';
import { columnOf } from '#lib/record/link-sql.ts';
import { statesOfParts } from '#lib/record/part-sql.ts';
import type { RecordOf } from '#lib/record/record.ts';
import { type CaseRequestRow, requestRows } from '#lib/request/queries/request-rows.ts';
import { type Settings, type SettingsRow, settingsJson, settingsOf } from '#lib/settings/settings.ts';

export type WatcherRow = { list: 'watch_list' | 'work_notes_list'; userId: string; name: string };

export type AttachmentRow = {
  id: string;
  name: string;
  contentType: string;
  size: number;
  by: string | null;
  at: string;
};

/** A related record of a case or an incident; only its number if the actor may not see it. */
export type RelatedRow = { link: LinkName; id: string; number: string; kind: TaskKind } & (
  | { readable: true; title: string; state: string; priority: number; updatedAt: string }
  | { readable: false }
);

/** The names of the people behind a record's timestamps, if known. */
export type DoneBy = Record<'opened' | 'resolved' | 'closed' | 'created' | 'updated', string | null>;

/** The context of a record beside its own fields. */
export type Frame = {
  doneBy: DoneBy;
  watchers: WatcherRow[];
  attachments: AttachmentRow[];
  related: RelatedRow[];
  /** CASE-7 · Of a case: the outcome of its related records. */
  outcome: OutcomeRow[];
  /** CASE-11 · Of a case: the customer's comments on the proposed solution, and the rejected solutions. */
  answer: CustomerAnswer | null;
  rejected: Solution[];
  articles: AttachedArticle[];
  customer: CustomerCard | null;
  /** When the actor last viewed the record before. */
  lastVisit: string | null;
  /** REL-5 · Of a case: its requests. */
  requests: CaseRequestRow[];
  /** INC-7 · Of an incident: its children. */
  childIncidents: ChildIncidents | null;
  /** The states of its parts. */
  parts: string[];
  /** MAIL-10 · The person who gets comments by email; null: the record itself emails nobody. */
  reader: CommentReader | null;
};

/** The author of this version of the task `t`, by its history. */
const authorOf = (version: Prisma.Sql) => Prisma.sql`
  (select u.name from field_changes f join causes c on c.id = f.cause_id join users u on u.id = c.actor_id
   where f.task_id = t.id and f.version = ${version} limit 1)`;

const nameOf = (person: Prisma.Sql) => Prisma.sql`(select u.name from users u where u.id = ${person})`;

const doneBy = Prisma.sql`json_build_object(
  'opened', ${nameOf(Prisma.sql`t.opened_by_id`)}, 'resolved', ${nameOf(Prisma.sql`t.resolved_by_id`)},
  'closed', ${nameOf(Prisma.sql`t.closed_by_id`)}, 'created', ${authorOf(Prisma.sql`1`)},
  'updated', ${authorOf(Prisma.sql`t.version`)})`;

const watchers = Prisma.sql`
  (select coalesce(json_agg(json_build_object('list', w.list, 'userId', u.id, 'name', u.name) order by u.name), '[]')
   from task_watchers w join users u on u.id = w.user_id where w.task_id = t.id)`;

const attachments = Prisma.sql`
  (select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name, 'contentType', a.content_type, 'size', a.size,
     'by', u.name, 'at', ${isoTime('a.created_at')}) order by a.created_at desc, a.id desc), '[]')
   from attachments a left join users u on u.id = a.uploaded_by_id where a.task_id = t.id)`;

/** The related records of the case or incident `t`, as JSON: rows of `RelatedRow`. */
export function relatedRows(actor: Actor, kind: SourceKind): Prisma.Sql {
  const fields = singleLinksOf(kind).map((link) => Prisma.sql`(${link}::text, c.${columnOf(link)})`);
  return Prisma.sql`
    (select coalesce(json_agg(jsonb_build_object('link', l.link, 'id', r.id, 'number', r.number, 'kind', r.kind) ||
       case when exists (select from tasks t where t.id = r.id and ${readableTasks(actor)})
         then jsonb_build_object('readable', true, 'title', r.short_description, 'state', r.state, 'priority', r.priority, 'updatedAt', ${isoTime('r.updated_at')})
         else jsonb_build_object('readable', false) end), '[]')
     from ${identifier(kindTables[kind].name)} c cross join lateral (values ${Prisma.join(fields)}) l(link, id) join tasks r on r.id = l.id
     where c.id = t.id)`;
}

type Row<K extends TaskKind> = RecordOf<K> & Frame & { names: Record<string, string>; settings: SettingsRow };

/** A record with its context, the names of its references and the current settings, in one query. */
export type FramedRecord<K extends TaskKind> = {
  record: RecordOf<K>;
  frame: Frame;
  names: ReferenceNames;
  settings: Settings;
};

/** The record of this number. Null: missing or hidden from the actor. */
export async function recordWithContext<K extends TaskKind>(
  tx: Db,
  actor: Actor,
  kind: K,
  number: string,
): Promise<FramedRecord<K> | null> {
  const [row] = await tx.$queryRaw<Row<K>[]>`
    /* prepared */ select ${columnsOf(kind)}, ${doneBy} as "doneBy", ${watchers} as watchers, ${attachments} as attachments,
      ${relatedRows(actor, kind === 'incident' ? kind : 'case')} as related, ${outcomeRows(Prisma.sql`t.id`)} as outcome,
      ${customerAnswerRow(Prisma.sql`t.id`)} as answer, ${rejectedSolutionRows(Prisma.sql`t.id`)} as rejected,
      ${articleRows(actor, kind)} as articles, ${customerCard(kind, actor)} as customer, ${lastVisit(actor)} as "lastVisit",
      ${requestRows(kind, actor)} as requests, ${childIncidentsRow(kind, actor)} as "childIncidents", ${statesOfParts(kind, Prisma.sql`t.id`)} as parts, ${readerOf(kind)} as reader,
      ${namesOfReferences(kind, actor)} as names, ${settingsJson} as settings
    from tasks t join ${identifier(kindTables[kind].name)} o using (id)
    where t.number = ${number} and t.kind = ${kind}::task_kind and (${readableOf(kind, actor)})`;
  if (!row) return null;
  return { record: row, frame: row, names: new Map(Object.entries(row.names)), settings: settingsOf(row.settings) };
}

import { fileSize } from '#lib/attachment/file-size.ts';
import { isShownInline } from '#lib/attachment/inline-types.ts';
import { mailPath } from '#lib/mail-out/mail-path.ts';
import { mailOutcomeText } from '#lib/mail-out/mail-status.ts';
import { senderWords } from '#lib/mail-out/sender-words.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { parsePlace, placeText } from '#lib/platform/keyset.ts';
import { isUuid } from '#lib/platform/uuid.ts';
import { pathOfNumber, type TaskKind } from '#lib/record/kind.ts';
import { entryText } from '../entry-text.ts';
import { fillPage, ROWS_OF_PAGE } from '../fill-page.ts';
import { saysMove } from '../rule-names.ts';
import { changeLine } from '../sentences.ts';
import type { Origin, TimelineEntry, TimelineFilter, TimelinePage } from '../timeline-entry.ts';
import { readableTaskId } from './readable-task-id.ts';
import { mayReadEntry } from './timeline-conditions.ts';
import { type TimelinePlace, type TimelineRow, timelineRows } from './timeline-rows.ts';

type WrittenRow = Extract<TimelineRow, { type: 'work_note' | 'comment' }>;

/** SYNC-4 · For entries with lines. The note about a removal or release never says "no longer associated" itself. */
function originOf({ body }: WrittenRow): Origin | null {
  const { lines, source, readable, associated } = body;
  if (!lines || !source) return null;
  return {
    source: { number: source, ...(readable ? { href: pathOfNumber(source) } : {}) },
    ...(lines.some(({ rule }) => rule === 'INC-1') ? { asks: true } : {}),
    ...(lines.some(({ rule }) => saysMove(rule)) ? { moved: true } : {}),
    associated: associated || lines.some(({ rule }) => rule === 'REL-12' || rule === 'MAJ-10'),
  };
}

async function entryOf(row: TimelineRow, kind: TaskKind): Promise<TimelineEntry> {
  const common = { id: row.id, at: row.at.toISOString(), by: row.body.by };
  if (row.type === 'change')
    return { ...common, type: 'change', lines: row.body.changes.map((change) => changeLine(kind, change)) };
  if (row.type === 'mail') {
    const { subject, to, status, reason } = row.body;
    return { ...common, type: 'mail', subject, to, fate: mailOutcomeText(status, reason) };
  }
  if (row.type === 'incoming') {
    const { subject, outcome, reason } = row.body;
    const fate = `${senderWords(row.body)}, ${mailOutcomeText(outcome, reason)}`;
    return { ...common, type: 'mail', subject, to: 'Support', fate };
  }
  if (row.type === 'attachment') {
    const { name, contentType, size } = row.body;
    const file = {
      name,
      href: `/api/attachments/${row.id}`,
      size: fileSize(size),
      isImage: isShownInline(contentType),
    };
    return { ...common, type: 'attachment', ...file };
  }
  const origin = originOf(row);
  // No link if the reader may not open the source.
  const { isPlain } = row.body;
  const text = await entryText(row.body.text, { isPlain, linkNumbers: origin?.source.href !== undefined });
  const byCustomer = row.body.byCustomer && !origin;
  const email = row.body.email && {
    words: `By email, ${senderWords(row.body.email)}`,
    href: mailPath(row.body.email.id, row.body.email.number),
    ...(row.body.email.isCut ? { cut: row.body.email.id } : {}),
  };
  return {
    ...common,
    type: row.type,
    ...text,
    ...(origin ? { origin } : {}),
    ...(byCustomer ? { byCustomer } : {}),
    ...(email ? { email } : {}),
  };
}

type Query = { kind: TaskKind; taskId: string; filter: TimelineFilter; before: TimelinePlace | null };

/** A page of a record's timeline. The caller has checked that the actor may see the record. */
export async function readTimeline(actor: Actor, { kind, taskId, filter, before }: Query): Promise<TimelinePage> {
  const rows = await timelineRows(db(), { actor, kind, taskId, before, limit: ROWS_OF_PAGE }, filter);
  const { entries, last } = await fillPage(rows, (row) => entryOf(row, kind));
  return { entries, next: last && placeText(last) };
}

type PageQuery = {
  kind: TaskKind;
  number: string;
  filter: TimelineFilter;
  cursor: string | null;
  /** The entry that the client is looking for, page by page. */
  until?: string | undefined;
};

/** A page of a timeline by the record's number; null if the actor sees no such record, or it has no such entry. */
export async function timelineOf(
  actor: Actor,
  { kind, number, filter, cursor, until }: PageQuery,
): Promise<TimelinePage | null> {
  const taskId = await readableTaskId(actor, kind, number);
  if (!taskId || (until && !(await hasEntry(actor, { kind, taskId, id: until })))) return null;
  return readTimeline(actor, { kind, taskId, filter, before: parsePlace(cursor) });
}

/** REC-2 · Whether a record's timeline has an entry with this id, of any sort. */
async function hasEntry(
  actor: Actor,
  { kind, taskId, id }: { kind: TaskKind; taskId: string; id: string },
): Promise<boolean> {
  if (!isUuid(id)) return false;
  const [row] = await db().$queryRaw<{ known: boolean }[]>`
    select exists (select from journal_entries e where e.id = ${id}::uuid and e.task_id = ${taskId}::uuid and ${mayReadEntry(kind, actor)})
      or exists (select from field_changes where cause_id = ${id}::uuid and task_id = ${taskId}::uuid)
      or exists (select from mails where id = ${id}::uuid and task_id = ${taskId}::uuid)
      or exists (select from incoming_mails where id = ${id}::uuid and task_id = ${taskId}::uuid)
      or exists (select from attachments where id = ${id}::uuid and task_id = ${taskId}::uuid) as known`;
  return row?.known ?? false;
}

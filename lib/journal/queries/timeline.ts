import { mayAdminister } from '#lib/access/policy.ts';
import { fileSize } from '#lib/attachment/file-size.ts';
import { isShownInline } from '#lib/attachment/inline-types.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { parsePlace, placeText } from '#lib/platform/keyset.ts';
import { pathOfNumber, type TaskKind } from '#lib/task/kind.ts';
import { entryText } from '../entry-text.ts';
import { fillPage, ROWS_OF_PAGE } from '../fill-page.ts';
import { ruleNamed } from '../rule-names.ts';
import { changeLine, mailFate } from '../sentences.ts';
import type { TimelineEntry, TimelineFilter, TimelinePage, Why } from '../timeline-entry.ts';
import { readableTaskId } from './readable-task-id.ts';
import { type TimelinePlace, type TimelineRow, timelineRows } from './timeline-rows.ts';

type WrittenRow = Extract<TimelineRow, { type: 'work_note' | 'comment' }>;

/** SYNC-4 · For an entry with lines. The note of a removal itself is not "no longer associated". */
function whyOf({ body }: WrittenRow, actor: Actor): Why | null {
  const { lines, source, readable, entry, causedBy, associated } = body;
  if (!lines || !source) return null;
  const ids = [...new Set(lines.map(({ rule }) => rule))];
  const isAdministrator = mayAdminister(actor).ok;
  return {
    rules: ids.map((id) => ruleNamed(id, isAdministrator)),
    source: { number: source, ...(readable ? { href: pathOfNumber(source) } : {}) },
    entry,
    causedBy,
    associated: associated || ids.includes('REL-12'),
  };
}

async function entryOf(row: TimelineRow, kind: TaskKind, actor: Actor): Promise<TimelineEntry> {
  const common = { id: row.id, at: row.at.toISOString(), by: row.body.by };
  if (row.type === 'change')
    return { ...common, type: 'change', lines: row.body.changes.map((change) => changeLine(kind, change)) };
  if (row.type === 'mail') {
    const { subject, to } = row.body;
    return { ...common, type: 'mail', subject, to, fate: mailFate(row.body) };
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
  const why = whyOf(row, actor);
  const text = await entryText(row.body.text, { linkNumbers: why !== null });
  return { ...common, type: row.type, ...text, ...(why ? { why } : {}) };
}

type Query = { kind: TaskKind; taskId: string; filter: TimelineFilter; before: TimelinePlace | null };

/** A page of the timeline of a record that the actor may see, as the caller knows already. */
export async function readTimeline(actor: Actor, { kind, taskId, filter, before }: Query): Promise<TimelinePage> {
  const rows = await timelineRows(db(), { actor, taskId, before, limit: ROWS_OF_PAGE }, filter);
  const { entries, last } = await fillPage(rows, (row) => entryOf(row, kind, actor));
  return { entries, next: last && placeText(last) };
}

/** A page of a timeline by the record's number; null when there is no such record for the actor. */
export async function timelineOf(
  actor: Actor,
  { kind, number, filter, cursor }: { kind: TaskKind; number: string; filter: TimelineFilter; cursor: string | null },
): Promise<TimelinePage | null> {
  const taskId = await readableTaskId(actor, kind, number);
  return taskId ? readTimeline(actor, { kind, taskId, filter, before: parsePlace(cursor) }) : null;
}

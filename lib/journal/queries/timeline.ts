import { mayAdminister, mayUseWorkspace } from '#lib/access/policy.ts';
import { readableOf } from '#lib/access/readable.ts';
import { fileSize } from '#lib/attachment/file-size.ts';
import { isShownInline } from '#lib/attachment/inline-types.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { parsePlace, placeText } from '#lib/platform/keyset.ts';
import { pathOfNumber, type TaskKind } from '#lib/task/kind.ts';
import { markdownToHtml } from '../markdown.ts';
import { ruleNamed } from '../rule-names.ts';
import { changeLine, mailFate } from '../sentences.ts';
import type { TimelineEntry, TimelineFilter, TimelinePage, Why } from '../timeline-entry.ts';
import { type TimelinePlace, type TimelineRow, timelineRows } from './timeline-rows.ts';

const PAGE = 50;

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

function entryOf(row: TimelineRow, kind: TaskKind, actor: Actor): TimelineEntry {
  const common = { id: row.id, at: row.at.toISOString(), by: row.body.by };
  if (row.type === 'change')
    return { ...common, type: 'change', lines: row.body.changes.map((change) => changeLine(kind, change)) };
  if (row.type === 'mail') {
    const { subject, text, to } = row.body;
    return { ...common, type: 'mail', subject, html: markdownToHtml(text), to, fate: mailFate(row.body) };
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
  return { ...common, type: row.type, html: markdownToHtml(row.body.text, { linkNumbers: why !== null }), why };
}

type Query = { kind: TaskKind; taskId: string; filter: TimelineFilter; before: TimelinePlace | null };

/** A page of the timeline of a record that the actor may see, as the caller knows already. */
export async function readTimeline(actor: Actor, { kind, taskId, filter, before }: Query): Promise<TimelinePage> {
  const rows = await timelineRows(db(), { actor, taskId, before, limit: PAGE + 1 }, filter);
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  const next = rows.length > PAGE && last ? placeText(last) : null;
  return { entries: shown.map((row) => entryOf(row, kind, actor)), next };
}

/** A page of a timeline by the record's number; null when there is no such record for the actor. */
export async function timelineOf(
  actor: Actor,
  { kind, number, filter, cursor }: { kind: TaskKind; number: string; filter: TimelineFilter; cursor: string | null },
): Promise<TimelinePage | null> {
  // Customers have a conversation of their own, which never reads work notes (lib/portal).
  if (!mayUseWorkspace(actor)) return null;
  const [task] = await db().$queryRaw<{ id: string }[]>`
    select t.id from tasks t where t.number = ${number} and t.kind = ${kind}::task_kind and (${readableOf(kind, actor)})`;
  if (!task) return null;
  return readTimeline(actor, { kind, taskId: task.id, filter, before: parsePlace(cursor) });
}

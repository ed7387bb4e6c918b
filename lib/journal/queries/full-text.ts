import { mailPath } from '#lib/mail-out/mail-path.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { plainToMarkdown } from '#lib/text/plain-to-markdown.ts';
import { queuedTextHtml } from '#lib/text/text-html.ts';
import { readableTaskId } from './readable-task-id.ts';
import { mayReadEntry } from './timeline-conditions.ts';

/** For received emails, which have their own page for the whole text. */
const LONGEST_MAIL = 64_000;
const CONTINUES = '\n\n… The email continues.';

/** `isMail`: it is a received email. */
type Row = { text: string; byRule: boolean; isPlain: boolean; isMail: boolean };

type EntryOfRecord = { kind: TaskKind; number: string; id: string };

async function rowOf(actor: Actor, { kind, number, id }: EntryOfRecord): Promise<Row | null> {
  const taskId = await readableTaskId(actor, kind, number);
  if (!taskId) return null;
  const [row] = await db().$queryRaw<Row[]>`
    select e.text, e.lines is not null and e.source_task_id is not null as "byRule", c.is_plain as "isPlain", false as "isMail"
    from journal_entries e join causes c on c.id = e.cause_id where e.id = ${id}::uuid and e.task_id = ${taskId}::uuid
      and ${mayReadEntry(kind, actor)}
    union all
    select m.body, false, c.is_plain, false from mails m join causes c on c.id = m.cause_id
    where m.id = ${id}::uuid and m.task_id = ${taskId}::uuid
    union all
    select left(i.said, ${LONGEST_MAIL}) || case when length(i.said) > ${LONGEST_MAIL} then ${CONTINUES} else '' end, false, true, true
    from (select id, task_id, coalesce(nullif(whole_text, ''), text) as said from incoming_mails) i where i.id = ${id}::uuid and (i.task_id = ${taskId}::uuid
      or exists (select from mail_moves m where m.mail_id = i.id and m.task_id = ${taskId}::uuid))`;
  return row ?? null;
}

/**
 * Q-19 · The whole text of an entry or email in a record's timeline, as HTML; null if the actor sees no such record, or it has
 * no such entry.
 */
export async function fullText(actor: Actor, entry: EntryOfRecord): Promise<string | null> {
  const row = await rowOf(actor, entry);
  if (!row) return null;
  const html = await queuedTextHtml(row.text, { linkNumbers: row.byRule, isPlain: row.isPlain });
  return row.isMail ? `${html}<p><a href="${mailPath(entry.id, entry.number)}">Whole email</a></p>` : html;
}

/** REC-1, MAIL-4 · The original Markdown text, for quoting. */
export async function writtenText(actor: Actor, entry: EntryOfRecord): Promise<string | null> {
  const row = await rowOf(actor, entry);
  if (!row) return null;
  return row.isPlain ? plainToMarkdown(row.text) : row.text;
}

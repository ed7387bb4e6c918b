import { mailPath } from '#lib/mail-in/mail-path.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import type { TaskKind } from '#lib/task/kind.ts';
import { markdownInTurns } from '../markdown-in-turns.ts';
import { readableTaskId } from './readable-task-id.ts';

/** Of a mail that came in; the whole of it has a page of its own. */
const LONGEST_MAIL = 32_000;

type Row = { text: string; byRule: boolean };

type EntryOfRecord = { kind: TaskKind; number: string; id: string };

async function rowOf(actor: Actor, { kind, number, id }: EntryOfRecord): Promise<Row | null> {
  const taskId = await readableTaskId(actor, kind, number);
  if (!taskId) return null;
  const [row] = await db().$queryRaw<Row[]>`
    select e.text, e.lines is not null and e.source_task_id is not null as "byRule"
    from journal_entries e where e.id = ${id}::uuid and e.task_id = ${taskId}::uuid
    union all
    select m.body, false from mails m where m.id = ${id}::uuid and m.task_id = ${taskId}::uuid
    union all
    select left(i.text, ${LONGEST_MAIL}) || ${'\n\n'} || ${`[Whole email](${mailPath(id, number)})`}, false
    from incoming_mails i where i.id = ${id}::uuid and i.task_id = ${taskId}::uuid`;
  return row ?? null;
}

/**
 * Q-19 · The whole text of an entry or a mail in the timeline of a record, as HTML; null when the actor sees no such
 * record, or it has no such entry.
 */
export async function wholeText(actor: Actor, entry: EntryOfRecord): Promise<string | null> {
  const row = await rowOf(actor, entry);
  return row && markdownInTurns(row.text, { linkNumbers: row.byRule });
}

/** REC-1 · The same as it was written, to be quoted. */
export async function writtenText(actor: Actor, entry: EntryOfRecord): Promise<string | null> {
  return (await rowOf(actor, entry))?.text ?? null;
}

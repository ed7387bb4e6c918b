import { v7 as uuid } from 'uuid';
import { Prisma } from '#lib/platform/db.ts';
import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { isBlank } from '#lib/platform/visible-text.ts';
import { LONGEST_ENTRY } from '#lib/text/longest-entry.ts';
import { type CommandContext, ensureCause } from './command-context.ts';

export type EntryType = 'work_note' | 'comment';

/** A line that a rule writes into a journal. */
export type Line = { rule: string; line: string };

/** An entry to write. Without `author` the system writes it; `lines` and the source say which rules wrote it, and why. */
export type NewEntry = {
  taskId: string;
  type: EntryType;
  text: string;
  authorId: string | null;
  lines?: readonly Line[];
  sourceTaskId?: string;
  sourceEntryId?: string | null;
};

/** REC-5 · An entry must have text, and not too much. */
export function entryHasWords(text: string, field: string): Verdict {
  if (isBlank(text)) return no('REC-5', 'Write something first.', field);
  if (text.length > LONGEST_ENTRY) return no('REC-5', `The text is longer than ${LONGEST_ENTRY} characters.`, field);
  return yes;
}

/**
 * REC-1 · Adds entries as written, all in one statement; text that many records share is sent once. Returns their ids in order.
 * Sets the update time of `touched` records, which only got entries. Comments also set the customer-visible time (NTF-1),
 * except on `rewritten` records, whose whole row is written anyway.
 */
export async function writeEntries(
  context: CommandContext,
  entries: readonly NewEntry[],
  touched: readonly string[] = [],
  rewritten: readonly string[] = [],
): Promise<string[]> {
  const [first] = entries;
  if (!first) return [];
  const causeId = ensureCause(context, first.sourceTaskId ?? first.taskId);
  if (entries.some(({ lines }) => lines)) context.rulesWrote = true;
  for (const { taskId, type, lines } of entries) if (lines && type === 'work_note') context.notedIds.add(taskId);
  const ids = entries.map(() => uuid());
  if (context.preview) return ids;
  const contents = new Map<string, number>();
  const contentOf = entries.map(({ taskId: _taskId, ...content }) => {
    const key = JSON.stringify(content);
    const known = contents.get(key) ?? contents.size;
    contents.set(key, known);
    return known;
  });
  const touching = timesSet(context.at, touched, mentionedFields(entries, rewritten));
  await context.tx.$executeRaw`
    ${touching} insert into journal_entries (id, task_id, type, text, author_id, created_at, cause_id, source_task_id, source_entry_id, lines)
    select e.id, e.task_id, (c.value ->> 'type')::journal_type, c.value ->> 'text', (c.value ->> 'authorId')::uuid, ${context.at},
           ${causeId}::uuid, (c.value ->> 'sourceTaskId')::uuid, (c.value ->> 'sourceEntryId')::uuid, c.value -> 'lines'
    from unnest(${ids}::uuid[], ${entries.map(({ taskId }) => taskId)}::uuid[], ${contentOf}::int[]) e(id, task_id, content)
    join jsonb_array_elements(${`[${[...contents.keys()].join(',')}]`}::jsonb) with ordinality c(value, n) on c.n = e.content + 1`;
  return ids;
}

/** Records with a new comment, except `rewritten` ones. */
function mentionedFields(entries: readonly NewEntry[], rewritten: readonly string[]): Set<string> {
  const written = new Set(rewritten);
  return new Set(entries.flatMap(({ taskId, type }) => (type === 'comment' && !written.has(taskId) ? [taskId] : [])));
}

/** NTF-1 · One update for all records whose time is set, as part of the statement; empty if there are none. */
function timesSet(at: Date, touched: readonly string[], heard: ReadonlySet<string>): Prisma.Sql {
  const [own, ids] = [new Set(touched), [...new Set([...touched, ...heard])]];
  if (ids.length === 0) return Prisma.empty;
  return Prisma.sql`with touched as (
    update tasks t set updated_at = case when x.own then ${at} else t.updated_at end,
      customer_updated_at = case when x.heard then ${at} else t.customer_updated_at end
    from unnest(${ids}::uuid[], ${ids.map((id) => own.has(id))}::boolean[], ${ids.map((id) => heard.has(id))}::boolean[]) x(id, own, heard)
    where t.id = x.id and (x.own or t.customer_updated_at <> ${at}))`;
}

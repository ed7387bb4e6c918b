import { v7 as uuid } from 'uuid';
import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { type CommandContext, ensureCause } from '#lib/task/command-context.ts';

export type EntryType = 'work_note' | 'comment';

const LONGEST = 32_000;

/** REC-5 · An entry has words, and not too many. */
export function entryHasWords(text: string, field: string): Verdict {
  if (text.trim() === '') return no('REC-5', 'Write something first.', field);
  if (text.length > LONGEST) return no('REC-5', `The text is longer than ${LONGEST} characters.`, field);
  return yes;
}

/** REC-1 · Adds what a person wrote; stored as written. Returns the entry's id. */
export async function writeEntry(
  context: CommandContext,
  taskId: string,
  type: EntryType,
  text: string,
): Promise<string> {
  const id = uuid();
  const causeId = await ensureCause(context, taskId);
  await context.tx.journalEntry.createMany({
    data: { id, taskId, type, authorId: context.actor.id, text, createdAt: context.at, causeId },
  });
  return id;
}

type RuleEntry = {
  taskId: string;
  type: EntryType;
  text: string;
  lines: { rule: string; line: string }[];
  sourceTaskId: string;
  sourceEntryId?: string | null;
};

/** REC-1 · Adds what a rule wrote: the system's entry, with its lines and the record that caused it. */
export async function writeRuleEntry(context: CommandContext, entry: RuleEntry): Promise<string> {
  const id = uuid();
  const causeId = await ensureCause(context, entry.sourceTaskId);
  await context.tx.journalEntry.createMany({ data: { ...entry, id, createdAt: context.at, causeId } });
  context.ruleWrote = true;
  return id;
}

import { v7 as uuid } from 'uuid';
import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { causeOf, type Run } from '#lib/task/run.ts';

export type EntryType = 'work_note' | 'comment';

const LONGEST = 32_000;

/** REC-5 · An entry has words, and not too many. */
export function entryHasWords(text: string, field: string): Verdict {
  if (text.trim() === '') return no('REC-5', 'Write something first.', field);
  if (text.length > LONGEST) return no('REC-5', `The text is longer than ${LONGEST} characters.`, field);
  return yes;
}

/** REC-1 · Adds what a person wrote; stored as written. Returns the entry's id. */
export async function writeEntry(run: Run, taskId: string, type: EntryType, text: string): Promise<string> {
  const id = uuid();
  const causeId = await causeOf(run, taskId);
  await run.tx.journalEntry.createMany({
    data: { id, taskId, type, authorId: run.actor.id, text, createdAt: run.at, causeId },
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
export async function writeRuleEntry(run: Run, entry: RuleEntry): Promise<string> {
  const id = uuid();
  const causeId = await causeOf(run, entry.sourceTaskId);
  await run.tx.journalEntry.createMany({ data: { ...entry, id, createdAt: run.at, causeId } });
  run.ruleWrote = true;
  return id;
}

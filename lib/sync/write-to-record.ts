import { writeRuleEntry } from '#lib/journal/write-entry.ts';
import { links, type SingleLinkName } from '#lib/related/link.ts';
import { recordOfCase } from '#lib/related/link-sql.ts';
import type { CommandContext } from '#lib/task/command-context.ts';
import type { TaskRecord } from '#lib/task/definition.ts';
import { definitions } from '#lib/task/definitions.ts';
import type { Effect } from './plan.ts';

/** The record that a case, or else its major case, has in a field. It was locked before the case (lock.ts). */
export async function relatedRecordOf(
  context: CommandContext,
  caseId: string,
  link: SingleLinkName,
): Promise<TaskRecord | null> {
  const [row] = await context.tx.$queryRaw<{ id: string | null }[]>`
    select ${recordOfCase(link)} as id from cases c where c.id = ${caseId}::uuid`;
  return row?.id ? definitions[links[link].kind].load(context.tx, row.id) : null;
}

/** Writes the lines of an effect into one record's journal, as the system's entry. */
export async function writeToRecord(
  context: CommandContext,
  record: TaskRecord,
  type: 'comment' | 'work_note',
  effect: Effect,
) {
  const text = effect.lines.map(({ line }) => line).join('\n');
  const entryId = await writeRuleEntry(context, {
    taskId: record.id,
    type,
    text,
    lines: effect.lines,
    sourceTaskId: effect.sourceId,
    sourceEntryId: effect.sourceEntryId,
  });
  context.changedRecords.set(record.id, { kind: record.kind, number: record.number });
  return { entryId, text };
}

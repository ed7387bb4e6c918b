import type { Case } from '#lib/kinds/case/definition.ts';
import { asTaskRecord } from '#lib/record/record.ts';
import { type CommandContext, recordChanged } from '#lib/write/command-context.ts';
import { writeEntries } from '#lib/write/write-entry.ts';

/**
 * ACC-6 · Agents of accounts and of consumers all read a major case, but a child only some of them. So the journal only counts
 * the children; the tab Child Cases names those that the reader may see.
 */
export const childrenAddedNote = (count: number): string =>
  count === 1 ? '1 child case added.' : `${count.toLocaleString('en')} child cases added.`;

export const CHILD_REMOVED = '1 child case removed.';

/** MAJ-4, SYNC-MAJ-1 · Notes in a major case which children came and went. No rule copies the note into a child. */
export async function noteFamily(context: CommandContext, major: Case, text: string): Promise<void> {
  const entry = { taskId: major.id, type: 'work_note', text, authorId: context.actor.id } as const;
  const [entryId = ''] = await writeEntries(context, [entry], [major.id]);
  recordChanged(context, major);
  context.events.push({ type: 'noted', record: asTaskRecord(major), entryId, text, rules: ['MAJ-4'] });
}

import type { Incident } from '#lib/kinds/incident/definition.ts';
import { asTaskRecord } from '#lib/record/record.ts';
import { type CommandContext, recordChanged } from '#lib/write/command-context.ts';
import { writeEntries } from '#lib/write/write-entry.ts';
import type { NotRestoredCase } from './record-undo.ts';
import { undoneMessage } from './rules/undo.ts';

/** The most cases named in the journal of the incident. */
const NAMED = 20;

/** The first cases not restored, each with the reason. */
function named(left: readonly NotRestoredCase[]): string {
  const lines = left.slice(0, NAMED).map(({ number, reason }) => `\n- ${number}: ${reason}.`);
  const more = left.length - NAMED;
  return lines.join('') + (more > 0 ? `\n- and ${more.toLocaleString('en')} more.` : '');
}

/** SYNC-7 · Notes the undo in the incident. The note names customers' cases, so no rule copies it to other records. */
export async function noteUndo(
  context: CommandContext,
  incident: Incident,
  restored: number,
  left: readonly NotRestoredCase[],
): Promise<void> {
  const text = `Undone: ${undoneMessage(restored, left.length)}${named(left)}`;
  const entry = { taskId: incident.id, type: 'work_note', text, authorId: context.actor.id } as const;
  const [entryId = ''] = await writeEntries(context, [entry], [incident.id]);
  recordChanged(context, incident);
  context.events.push({ type: 'noted', record: asTaskRecord(incident), entryId, text, rules: ['SYNC-7'] });
}

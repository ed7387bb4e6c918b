import type { Incident } from '#lib/kinds/incident/definition.ts';
import { asTaskRecord } from '#lib/record/record.ts';
import { type CommandContext, ensureCause, recordChanged } from '#lib/write/command-context.ts';
import { addToLedger } from '#lib/write/ledger.ts';
import { writeEntries } from '#lib/write/write-entry.ts';
import { undoneMessage } from './rules/undo.ts';

/** A case that was not restored, and why. */
export type NotRestoredCase = { id: string; number: string; reason: string };

/** SYNC-7, SYNC-6 · Stores the undo: the number of restored cases, and the others with reasons; also in the ledger. */
export async function recordUndo(
  { tx, actor, at, cause }: CommandContext,
  causeId: string,
  restored: number,
  left: readonly NotRestoredCase[],
): Promise<void> {
  if (cause) {
    const undone = { sourceId: cause.taskId, rule: 'SYNC-7' };
    addToLedger(cause.ledger, { ...undone, outcome: 'written', records: restored });
    addToLedger(cause.ledger, {
      ...undone,
      outcome: 'changed_since',
      records: left.length,
      ids: left.map(({ id }) => id),
    });
  }
  await tx.$executeRaw`
    with undo as (
      insert into cascade_undos (cause_id, undone_by_id, undone_at, restored)
      values (${causeId}::uuid, ${actor.id}::uuid, ${at}, ${restored}::int) returning cause_id)
    insert into cascade_left (cause_id, case_id, reason)
    select undo.cause_id, l.id, l.reason
    from undo cross join unnest(${left.map(({ id }) => id)}::uuid[], ${left.map(({ reason }) => reason)}::text[]) l(id, reason)`;
}

/** The most cases named in the journal of the incident. */
const NAMED = 20;

/** The first cases not restored, each with the reason. */
function named(left: readonly NotRestoredCase[]): string {
  const lines = left.slice(0, NAMED).map(({ number, reason }) => `\n- ${number}: ${reason}.`);
  const more = left.length - NAMED;
  return lines.join('') + (more > 0 ? `\n- and ${more.toLocaleString('en')} more.` : '');
}

/**
 * SYNC-7 · Notes the undo in the incident. The note counts and names customers' cases, so no rule copies it to other records. The
 * first of them is its source: readers who may not know it do not read the note (ACC-6).
 */
export async function noteUndo(
  context: CommandContext,
  incident: Incident,
  restored: readonly { id: string }[],
  left: readonly NotRestoredCase[],
): Promise<void> {
  const text = `Undone: ${undoneMessage(restored.length, left.length)}${named(left)}`;
  const first = left[0] ?? restored[0];
  const source = first && { sourceTaskId: first.id };
  const entry = { taskId: incident.id, type: 'work_note', text, authorId: context.actor.id, ...source } as const;
  ensureCause(context, incident.id);
  const [entryId = ''] = await writeEntries(context, [entry], [incident.id]);
  recordChanged(context, incident);
  context.events.push({ type: 'noted', record: asTaskRecord(incident), entryId, text, rules: ['SYNC-7'] });
}

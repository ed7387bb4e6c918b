import type { CommandContext } from '#lib/write/command-context.ts';
import { addToLedger } from '#lib/write/ledger.ts';

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

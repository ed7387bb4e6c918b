import type { RefusedRecord } from '#lib/access/audit-refusal.ts';
import { moveCase } from '#lib/case/commands/move-case.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import { updateTask } from '../commands/update-task.ts';
import type { TaskKind } from '../kind.ts';
import type { AssignMany, Listed } from './schema.ts';

/** What became of a bulk action: how many records it changed, and why it did not change the others. */
export type Bulk = { done: number; refused: RefusedRecord[] };

/** *Assign to me*: CASE-8 opens a New case by it. */
function takeOver(actor: Actor, kind: TaskKind, record: Listed): Promise<unknown> {
  if (kind === 'case') return moveCase(actor, { ...record, verb: 'assign-to-me' });
  return updateTask(actor, { kind, ...record, values: { assignedToId: actor.id } });
}

/** Assigns the records of a selection one by one, each by its own command: what one is refused stops no other. */
export async function assignMany(actor: Actor, { kind, records, to }: AssignMany): Promise<Bulk> {
  const bulk: Bulk = { done: 0, refused: [] };
  for (const record of records) {
    try {
      if (to === 'me') await takeOver(actor, kind, record);
      else await updateTask(actor, { kind, ...record, values: { assignmentGroupId: to.groupId } });
      bulk.done += 1;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      bulk.refused.push({ number: record.number, rule: error.rule, because: error.because });
    }
  }
  return bulk;
}

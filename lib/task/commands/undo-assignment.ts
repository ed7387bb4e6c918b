import { may, mayWork } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce, Refusal } from '#lib/platform/verdict.ts';
import { lockForUpdate } from '#lib/sync/lock-for-update.ts';
import { type Outcome, runCommand } from '../command.ts';
import type { CommandContext } from '../command-context.ts';
import type { TaskKind } from '../kind.ts';
import type { AnyRecord, RecordOf, TaskRecord } from '../record.ts';
import type { UndoAssignment } from '../schema.ts';
import { updateRecord } from '../write-updates.ts';

/**
 * Sets assignee and group back to what they were before the actor's own assignment, which made this version of the
 * record. Refused: REC-3 where something was changed since, REC-5 where who had it before cannot work it any more.
 */
export function undoAssignment(actor: Actor, input: UndoAssignment): Promise<Outcome<TaskRecord>> {
  return runCommand(actor, `undo-assignment-${input.kind}`, (context) => undo(context, input.kind, input));
}

async function undo<K extends TaskKind>(context: CommandContext, kind: K, input: UndoAssignment): Promise<RecordOf<K>> {
  const { actor } = context;
  const record = await lockForUpdate(context, kind, input.number);
  enforce(may(actor, 'assign', kind), mayWork(actor, record));
  if (record.version !== input.version) throw new Refusal('REC-3', 'Changed since, and left as it is.');
  return updateRecord(context, kind, record, { ...record, ...(await assignmentBefore(context, record)) });
}

/** ACC-6 · As history has it, not as somebody says: so it is given back to nobody but whoever had it. */
async function assignmentBefore({ tx, actor }: CommandContext, { id: taskId, version }: AnyRecord) {
  const changes = await tx.fieldChange.findMany({
    where: { taskId, version, field: { in: ['assignedToId', 'assignmentGroupId'] }, cause: { actorId: actor.id } },
    select: { field: true, oldValue: true },
  });
  if (changes.length === 0) throw new Refusal('REC-3', 'Not assigned by you, and left as it is.');
  return Object.fromEntries(changes.map(({ field, oldValue }) => [field, oldValue]));
}

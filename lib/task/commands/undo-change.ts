import { may, mayWork } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce, Refusal } from '#lib/platform/verdict.ts';
import { lockForUpdate } from '#lib/sync/lock-for-update.ts';
import { checkValues } from '../check-values.ts';
import { type Outcome, runCommand } from '../command.ts';
import type { CommandContext } from '../command-context.ts';
import type { TaskKind } from '../kind.ts';
import type { AnyRecord, RecordOf, TaskRecord } from '../record.ts';
import type { UndoChange } from '../schema.ts';
import { updateRecord } from '../write-updates.ts';

/** Its fields, and the permission by which they were set. */
const undoable = {
  assignment: { fields: ['assignedToId', 'assignmentGroupId'], needs: 'assign', done: 'assigned' },
  priority: { fields: ['priority'], needs: 'edit', done: 'set' },
} as const;

/**
 * Sets fields back to what they were before the actor's own change, which made this version of the record. Refused: REC-3
 * where something was changed since, REC-5 where who had it before cannot work it any more.
 */
export function undoChange(actor: Actor, input: UndoChange): Promise<Outcome<TaskRecord>> {
  return runCommand(actor, `undo-${input.what}-${input.kind}`, (context) => undo(context, input.kind, input));
}

async function undo<K extends TaskKind>(context: CommandContext, kind: K, input: UndoChange): Promise<RecordOf<K>> {
  const { actor } = context;
  const record = await lockForUpdate(context, kind, input.number);
  enforce(may(actor, undoable[input.what].needs, kind), mayWork(actor, record));
  if (record.version !== input.version) throw new Refusal('REC-3', 'Changed since, and left as it is.');
  const values = await valuesBefore(context, record, input.what);
  const checked = await checkValues(context, kind, values, { settable: ({ edit }) => edit === 'form', record });
  return updateRecord(context, kind, record, { ...record, ...checked });
}

/** ACC-6 · As history has it, not as somebody says: so it is given back to nobody but whoever had it. */
async function valuesBefore({ tx, actor }: CommandContext, record: AnyRecord, what: UndoChange['what']) {
  const { fields, done } = undoable[what];
  // What was given back is taken from nobody by undoing that.
  const cause = { actorId: actor.id, NOT: { command: { startsWith: 'undo-' } } };
  const changes = await tx.fieldChange.findMany({
    where: { taskId: record.id, version: record.version, field: { in: [...fields] }, cause },
    select: { field: true, oldValue: true },
  });
  if (changes.length === 0) throw new Refusal('REC-3', `Not ${done} by you, and left as it is.`);
  return Object.fromEntries(changes.map(({ field, oldValue }) => [field, oldValue]));
}

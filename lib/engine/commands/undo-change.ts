import { may, mayAssign, maySeeCustomerOf, mayWork } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce, Refusal } from '#lib/platform/verdict.ts';
import { checkParent } from '#lib/reactions/incident/check-parent.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { asTaskRecord, type RecordOf, type TaskRecord } from '#lib/record/record.ts';
import type { UndoChange } from '#lib/record/schema.ts';
import { lockForUpdate } from '#lib/sync/lock-for-update.ts';
import { restoreChildren } from '#lib/sync/restore-children.ts';
import { checkValues } from '#lib/write/check-values.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { decideUpdate } from '#lib/write/decide-update.ts';
import { ownChange } from '#lib/write/own-change.ts';
import { permissionFields } from '#lib/write/permission-fields.ts';
import { updateContext, writeUpdates } from '#lib/write/write-updates.ts';
import { type Outcome, runCommand } from '../command.ts';
import { mayReturnTo } from '../rules/may-return-to.ts';

/** MAIL-10 · An undo within ten minutes restores the former assignee, who is not notified as a new one. */
const A_MOMENT = 10 * 60_000;
/** The permission that the original change needed. */
const needs = { assignment: 'assign', priority: 'edit', state: 'edit' } as const;

/**
 * Restores the fields that the actor changed in this version, by the rules of the kind; SYNC-MAJ-1: those of children too.
 * Refused: ACC-6 what the actor no longer may, REC-3 if changed since, REC-5 without a way back, INC-7 an unfit former parent.
 */
export function undoChange(actor: Actor, input: UndoChange): Promise<Outcome<TaskRecord>> {
  return runCommand(actor, `undo-${input.what}-${input.kind}`, (context) => undo(context, input.kind, input));
}

async function undo<K extends TaskKind>(context: CommandContext, kind: K, asked: UndoChange): Promise<RecordOf<K>> {
  const [{ number, version, what }, { actor, settings }] = [asked, context];
  const record = await lockForUpdate(context, kind, number);
  enforce(may(actor, needs[what], kind), mayWork(actor, record));
  if (record.version !== version) throw new Refusal('REC-3', 'Changed since, and left as it is.');
  const { values, at, ...own } = await ownChange(context, kind, record, what);
  const was = permissionFields(kind, record, values);
  // Checks the former values, not the ones to restore: a user who took a case may give it back to its former assignee.
  enforce(mayAssign(actor, was, record), maySeeCustomerOf(actor, was));
  if (what === 'state') enforce(mayReturnTo(kind, record, String(values.state), { actor, settings }));
  const checked = await checkValues(context, kind, values, { settable: () => true, record });
  await checkParent(context, asTaskRecord(record), asTaskRecord<K>({ ...record, ...checked }));
  const decision = decideUpdate(kind, record, { ...record, ...checked }, updateContext(context, {}));
  enforce(decision.verdict);
  const isRestoredByUndo = context.at.getTime() - at.getTime() <= A_MOMENT;
  const [after = record] = await writeUpdates(context, kind, [{ ...decision, isRestoredByUndo, undoes: true }]);
  if (kind === 'case') await restoreChildren(context, record.id, { at, ...own });
  return after;
}

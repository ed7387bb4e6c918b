import { may, mayAssign, maySeeCustomerOf, mayWork } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce, Refusal } from '#lib/platform/verdict.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { RecordOf, TaskRecord } from '#lib/record/record.ts';
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
import { wayBack } from '../rules/way-back.ts';

/** MAIL-10 · Who gets an assignment back within ten minutes is no new assignee. */
const A_MOMENT = 10 * 60_000;
/** The permission by which it was done. */
const needs = { assignment: 'assign', priority: 'edit', state: 'edit' } as const;

/**
 * Sets fields back to what they were before the actor's own change, which made this version of the record: a further change
 * by the rules of its kind. Refused: ACC-6 what the actor could not do any more, REC-3 where something was changed since, REC-5
 * where no move leads back or who had it before cannot work it any more. SYNC-MAJ-1: children get back what each of them had.
 */
export function undoChange(actor: Actor, input: UndoChange): Promise<Outcome<TaskRecord>> {
  return runCommand(actor, `undo-${input.what}-${input.kind}`, (context) => undo(context, input.kind, input));
}

async function undo<K extends TaskKind>(context: CommandContext, kind: K, asked: UndoChange): Promise<RecordOf<K>> {
  const { number, version, what } = asked;
  const { actor, settings } = context;
  const record = await lockForUpdate(context, kind, number);
  enforce(may(actor, needs[what], kind), mayWork(actor, record));
  if (record.version !== version) throw new Refusal('REC-3', 'Changed since, and left as it is.');
  const { values, at, ...own } = await ownChange(context, kind, record, what);
  const was = permissionFields(kind, record, values);
  // What was done is asked about, not what is set: who takes a case may give it back to whom it was taken from.
  enforce(mayAssign(actor, was, record), maySeeCustomerOf(actor, was));
  if (what === 'state') enforce(wayBack(kind, record, String(values.state), { actor, settings }));
  const checked = await checkValues(context, kind, values, { settable: () => true, record });
  const decision = decideUpdate(kind, record, { ...record, ...checked }, updateContext(context, {}));
  enforce(decision.verdict);
  const isGivenBackByUndo = context.at.getTime() - at.getTime() <= A_MOMENT;
  const [after = record] = await writeUpdates(context, kind, [{ ...decision, isGivenBackByUndo, undoes: true }]);
  if (kind === 'case') await restoreChildren(context, record.id, { at, ...own });
  return after;
}

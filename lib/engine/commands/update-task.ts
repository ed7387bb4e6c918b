import { may, mayAssign, maySeeCustomerOf, mayWork } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { Db } from '#lib/platform/db.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { checkParent } from '#lib/reactions/incident/check-parent.ts';
import { lockFamily, resolveChildren } from '#lib/reactions/incident/resolve-children.ts';
import type { ResolvedChildren } from '#lib/reactions/incident/rules/resolve-children.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { asTaskRecord, type RecordOf, type TaskRecord } from '#lib/record/record.ts';
import type { UpdateTask } from '#lib/record/schema.ts';
import { lockForUpdate } from '#lib/sync/lock-for-update.ts';
import { checkOwners } from '#lib/write/check-owners.ts';
import { checkValues } from '#lib/write/check-values.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { refuseConflicts } from '#lib/write/conflict.ts';
import { permissionFields } from '#lib/write/permission-fields.ts';
import { updateRecord } from '#lib/write/write-updates.ts';
import { type Outcome, runCommand } from '../command.ts';

/** The result of a save; INC-7: with the children that it was to resolve. */
export type Saved = Outcome<TaskRecord> & { childIncidents: ResolvedChildren | null };

/** Saves fields and texts of a record. Refused: REC-3 conflicts, REC-5 input, its kind's rules. `within`: open transaction. */
export async function updateTask(actor: Actor, input: UpdateTask, within?: Db): Promise<Saved> {
  const work = (context: CommandContext) => update(context, input.kind, input);
  const { value, ...outcome } = await runCommand(actor, `update-${input.kind}`, work, within);
  return { ...outcome, ...value };
}

async function update<K extends TaskKind>(context: CommandContext, kind: K, input: UpdateTask) {
  const { actor } = context;
  const { number, version, values, comment, workNote, resolveChildren: shown } = input;
  const journal = { ...(comment ? { comment } : {}), ...(workNote ? { workNote } : {}) };
  const locked = shown ? await lockFamily(context, number) : [];
  const before = await lockForUpdate(context, kind, number, journal);
  const proposedFields = permissionFields(kind, before, values);
  enforce(may(actor, 'edit', kind), mayWork(actor, before));
  enforce(mayAssign(actor, before, proposedFields), maySeeCustomerOf(actor, proposedFields));
  const checked = await checkValues(context, kind, values, { settable: ({ edit }) => edit === 'form', record: before });
  const proposed: RecordOf<K> = { ...before, ...checked };
  await refuseConflicts(context, before, version, proposed);
  await checkOwners(context, kind, before, proposed);
  await checkParent(context, asTaskRecord(before), asTaskRecord(proposed));

  const value = asTaskRecord(await updateRecord(context, kind, before, proposed, journal));
  if (!shown) return { value, childIncidents: null };
  const resolved = { before: asTaskRecord(before), after: value, locked, shown };
  return { value, childIncidents: await resolveChildren(context, resolved) };
}

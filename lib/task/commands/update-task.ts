import { may, mayAssign, maySeeCustomerOf, mayWork } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { Db } from '#lib/platform/db.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { lockForUpdate } from '#lib/sync/lock-for-update.ts';
import { askedFields } from '../asked-fields.ts';
import { checkOwners } from '../check-owners.ts';
import { checkValues } from '../check-values.ts';
import { type Outcome, runCommand } from '../command.ts';
import type { CommandContext } from '../command-context.ts';
import { refuseConflicts } from '../conflict.ts';
import type { TaskKind } from '../kind.ts';
import type { RecordOf, TaskRecord } from '../record.ts';
import type { UpdateTask } from '../schema.ts';
import { updateRecord } from '../write-updates.ts';

/** Saves changed fields of any kind, with words. Refused: REC-3 conflicts, REC-5 input, and what the kind's rules refuse. `within`: a transaction that is open already. */
export function updateTask(actor: Actor, input: UpdateTask, within?: Db): Promise<Outcome<TaskRecord>> {
  return runCommand(actor, `update-${input.kind}`, (context) => update(context, input.kind, input), within);
}

async function update<K extends TaskKind>(context: CommandContext, kind: K, input: UpdateTask): Promise<RecordOf<K>> {
  const { actor } = context;
  const { number, version, values, comment, workNote } = input;
  const journal = { ...(comment ? { comment } : {}), ...(workNote ? { workNote } : {}) };
  const before = await lockForUpdate(context, kind, number, journal);
  const asked = askedFields(kind, before, values);
  enforce(may(actor, 'edit', kind), mayWork(actor, before));
  enforce(mayAssign(actor, before, asked), maySeeCustomerOf(actor, asked));
  const checked = await checkValues(context, kind, values, { settable: ({ edit }) => edit === 'form', record: before });
  const proposed: RecordOf<K> = { ...before, ...checked };
  await refuseConflicts(context, before, version, proposed);
  await checkOwners(context, kind, before, proposed);

  return updateRecord(context, kind, before, proposed, journal);
}

import { may, mayAssign, maySeeCustomerOf, mayWork } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { applyUpdate } from '../apply-update.ts';
import { checkValues } from '../check-values.ts';
import { type Outcome, runCommand } from '../command.ts';
import { refuseConflicts } from '../conflict.ts';
import type { TaskRecord } from '../definition.ts';
import { lockToChange } from '../lock.ts';
import type { UpdateTask } from '../schema.ts';

/** Saves changed fields of any kind, with words. Refused: REC-3 conflicts, REC-5 input, and what the kind's rules refuse. */
export function updateTask(actor: Actor, input: UpdateTask): Promise<Outcome<TaskRecord>> {
  const { kind, number, version, values, comment, workNote } = input;
  const words = { ...(comment ? { comment } : {}), ...(workNote ? { workNote } : {}) };
  return runCommand(actor, `update-${kind}`, async (context) => {
    const before = await lockToChange(context, kind, number, words);
    enforce(may(actor, 'edit', kind), mayWork(actor, before));
    const checked = await checkValues(context, kind, values, {
      settable: ({ edit }) => edit === 'form',
      record: before,
    });
    const proposed = { ...before, ...checked };
    await refuseConflicts(context, before, version, proposed);
    enforce(mayAssign(actor, before, proposed), maySeeCustomerOf(actor, proposed));

    return applyUpdate(context, before, proposed, words);
  });
}

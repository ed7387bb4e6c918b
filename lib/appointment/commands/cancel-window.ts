import { cancelVisit } from '#lib/diary/cancel-visit.ts';
import { type Outcome, runCommand } from '#lib/engine/command.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { updateRecord } from '#lib/write/write-updates.ts';
import { lockVisit, withinLimits } from '../locked-task.ts';
import { withoutVisit } from '../rules/task-with-visit.ts';
import type { CancelWindow } from '../schema.ts';

/**
 * WO-13, WO-14 · Cancels an appointment. The task returns to dispatch; customer and technician receive a calendar cancellation.
 * Refused: REC-3 changed by somebody else since, WO-13 too late.
 */
export function cancelWindow(actor: Actor, input: CancelWindow): Promise<Outcome<TaskRecord>> {
  const { reason } = input;
  return runCommand(actor, 'cancel-window', async (context): Promise<TaskRecord> => {
    const { task, before } = await lockVisit(context, input);
    enforce(withinLimits(context, reason, { what: 'cancel', begins: before.startsAt }));
    await cancelVisit(context, task, before, reason);
    const journal = reason ? { workNote: reason } : {};
    return updateRecord(context, 'work_order_task', task, withoutVisit(task), journal, { byAction: true });
  });
}

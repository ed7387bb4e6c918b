import { mayMoveTask } from '#lib/access/field-service.ts';
import { type Outcome, runCommand } from '#lib/engine/command.ts';
import type { WorkOrderTaskState } from '#lib/kinds/work-order-task/states.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { Db } from '#lib/platform/db.ts';
import { enforce, no, yes } from '#lib/platform/verdict.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { lockForUpdate } from '#lib/sync/lock-for-update.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { refuseConflicts } from '#lib/write/conflict.ts';
import { updateRecord } from '#lib/write/write-updates.ts';
import { addTask } from '../add-task.ts';
import { mayAct } from '../rules/may-act.ts';
import { movedTask } from '../rules/moved.ts';
import type { MoveWorkOrderTask } from '../schema.ts';
import { taskActions } from '../task-actions.ts';

/**
 * WO-5, WO-9 · Moves a task by an action. Refused: ACC-15 the actor is neither dispatcher nor assignee; WO-5 the action is not
 * possible in this state; WO-9 a required reason is missing, or the end is in the future; REC-3 another user moved the task
 * since. `within`: an open transaction.
 */
export function moveTask(actor: Actor, input: MoveWorkOrderTask, within?: Db): Promise<Outcome<TaskRecord>> {
  const { number, version, action, reason, followOn, actualEnd } = input;
  const work = async (context: CommandContext): Promise<TaskRecord> => {
    const journal = reason ? { workNote: reason } : {};
    const task = await lockForUpdate(context, 'work_order_task', number, journal);
    enforce(mayMoveTask(actor, task, taskActions[action]));
    const state = task.state as WorkOrderTaskState;
    enforce(mayAct({ number, state }, action, { reason, ...(actualEnd ? { actualEnd } : {}) }, context.at));
    const moved = movedTask(task, action, input, context.at);
    enforce(action === 'assign' && !moved.assignedToId ? no('WO-5', 'Choose a technician.', 'assignedToId') : yes);
    await refuseConflicts(context, task, version, moved);
    if (followOn && action === 'leaveIncomplete') await addTask(context, task, { shortDescription: followOn });
    return updateRecord(context, 'work_order_task', task, moved, journal, { byAction: true });
  };
  return runCommand(actor, `${action}-work-order-task`, work, within);
}

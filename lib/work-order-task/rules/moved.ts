import type { WorkOrderTask } from '#lib/kinds/work-order-task/definition.ts';
import { stateWithTechnician } from '#lib/kinds/work-order-task/rules/as-assigned.ts';
import { type TaskActionName, taskActions } from '../task-actions.ts';

type Times = { actualStart?: Date | undefined; actualEnd?: Date | undefined };

const MINUTE = 60_000;

/** WO-5, WO-9 · The task after an action: state, assignee, actual start and end, and minutes worked; `at` is now. */
export function movedTask(
  task: WorkOrderTask,
  action: TaskActionName,
  { actualStart, actualEnd, assignedToId }: Times & { assignedToId?: string | undefined },
  at: Date,
): WorkOrderTask {
  const moved: WorkOrderTask = { ...task, state: taskActions[action].to };
  switch (action) {
    case 'assign':
      return { ...moved, state: stateWithTechnician(task), assignedToId: assignedToId ?? task.assignedToId };
    case 'unassign':
    case 'decline':
      return { ...moved, assignedToId: null };
    case 'start':
      return { ...moved, actualStart: actualStart ?? task.actualStart ?? at };
    case 'complete':
    case 'leaveIncomplete':
      return withEnd(moved, { actualStart, actualEnd }, at);
    case 'schedule':
    case 'accept':
    case 'cancel':
      return moved;
  }
}

/** A task that ended before work began gets no times. */
function withEnd(task: WorkOrderTask, { actualStart, actualEnd }: Times, at: Date): WorkOrderTask {
  const began = actualStart ?? task.actualStart;
  if (!began) return task;
  const ended = actualEnd ?? at;
  const actualMinutes = Math.max(0, Math.round((ended.getTime() - began.getTime()) / MINUTE));
  return { ...task, actualStart: began, actualEnd: ended, actualMinutes };
}
